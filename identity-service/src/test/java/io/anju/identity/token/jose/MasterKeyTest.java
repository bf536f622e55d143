package io.anju.identity.token.jose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the master key comes from, and what it is not. */
class MasterKeyTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final byte[] SECRET = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void oneFromTheEnvironmentOpensWhatOneFromAFileSealed() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        byte[] sealed = new MasterKey(Optional.of(file), Optional.empty()).seal(SECRET, "kid");

        assertArrayEquals(SECRET, new MasterKey(Optional.empty(), Optional.of(KEY)).open(sealed, "kid"));
    }

    @Test
    void aSealedKeyIsNotTakenForAnother() {
        var master = new MasterKey(Optional.empty(), Optional.of(KEY));
        byte[] sealed = master.seal(SECRET, "one");

        assertThrows(IllegalStateException.class, () -> master.open(sealed, "other"));
    }

    @Test
    void neitherNoneNorTwoNorAShortOneIsTaken() {
        refused(Optional.empty(), Optional.empty());
        refused(Optional.of(folder.resolve("key")), Optional.of(KEY));
        refused(Optional.empty(), Optional.of(Base64.getEncoder().encodeToString(new byte[31])));
    }

    @Test
    void whatWasThereIsNotSaid() {
        var failure = assertThrows(
                IllegalStateException.class, () -> new MasterKey(Optional.empty(), Optional.of("hunter2!")));

        assertFalse(String.valueOf(failure.getMessage()).contains("hunter2"));
    }

    private static void refused(Optional<Path> file, Optional<String> text) {
        assertThrows(IllegalStateException.class, () -> new MasterKey(file, text));
    }
}
