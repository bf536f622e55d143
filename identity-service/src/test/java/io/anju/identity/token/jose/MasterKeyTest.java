package io.anju.identity.token.jose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import io.anju.identity.KmsKey;
import io.anju.identity.token.jose.MasterKeys.Source;
import io.anju.kit.crypto.WrappingKey;
import io.anju.sandbox.Sandbox;
import io.anju.sandbox.SandboxConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the master key comes from, and what it is not. */
class MasterKeyTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final byte[] SECRET = {1, 2, 3};
    private static final WrappingKey NO_KMS = new WrappingKey(Optional.empty());

    @TempDir
    Path folder;

    @Test
    void oneFromTheEnvironmentOpensWhatOneFromAFileSealed() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        byte[] sealed = keys(Optional.of(file), Optional.empty()).current().seal(SECRET, "kid");

        assertArrayEquals(SECRET, keys(Optional.empty(), Optional.of(KEY)).open(sealed, "kid", Optional.empty()));
    }

    @Test
    void aSealedKeyIsNotTakenForAnother() {
        var master = keys(Optional.empty(), Optional.of(KEY));
        byte[] sealed = master.current().seal(SECRET, "one");

        assertThrows(GeneralSecurityException.class, () -> master.open(sealed, "other", Optional.empty()));
    }

    @Test
    void neitherNoneNorTwoNorAShortOneIsTaken() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY);
        refused(Optional.empty(), Optional.empty());
        refused(Optional.of(file), Optional.of(KEY));
        refused(Optional.empty(), Optional.of(Base64.getEncoder().encodeToString(new byte[31])));
    }

    @Test
    void whatWasThereIsNotSaid() {
        var failure = assertThrows(IllegalStateException.class, () -> keys(Optional.empty(), Optional.of("hunter2!")));

        assertFalse(String.valueOf(failure.getMessage()).contains("hunter2"));
    }

    @Test
    void theOtherOneOpensWhatItSealedAndTheFirstOneSeals() throws Exception {
        String fresh = Base64.getEncoder().encodeToString("a fresh master key of 32 bytes!!".getBytes());
        var before = keys(Optional.empty(), Optional.of(KEY));
        var both = new MasterKeys(
                NO_KMS, Optional.empty(), Optional.empty(), Optional.of(fresh), Optional.empty(), Optional.of(KEY));
        byte[] sealed = before.current().seal(SECRET, "kid");

        assertArrayEquals(
                SECRET, both.open(sealed, "kid", Optional.of(before.current().id())));
        assertEquals(
                keys(Optional.empty(), Optional.of(fresh)).current().id(),
                both.current().id());
        assertEquals(2, both.ids().size());
    }

    @Test
    void oneThatAKmsWrappedIsUnwrappedByItAndByNobodyElse() throws Exception {
        try (var sandbox = Sandbox.start(SandboxConfig.inMemory("a-secret-of-the-tests"))) {
            var kms = KmsKey.made(sandbox.url(), SandboxConfig.kmsToken("a-secret-of-the-tests"), "identity", folder);
            Aead another =
                    KmsKey.made(sandbox.url(), SandboxConfig.kmsToken("a-secret-of-the-tests"), "another", folder);
            String wrapped = new WrappingKey(Optional.of(kms)).wrap(new byte[32]);
            Path file = Files.writeString(folder.resolve("wrapped"), wrapped);

            assertTrue(wrapped.startsWith("vault:v1:"));
            assertEquals(
                    keys(Optional.empty(), Optional.of(KEY)).current().id(),
                    wrapped(kms, Optional.of(Source.KMS), file).current().id());
            assertThrows(IllegalStateException.class, () -> wrapped(another, Optional.of(Source.KMS), file));
            assertThrows(IllegalStateException.class, () -> keys(Optional.of(file), Optional.empty()));
        }
    }

    @Test
    void whoSaysThatItIsWrappedGetsNoKeyInClear() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY);

        assertThrows(
                IllegalStateException.class,
                () -> new MasterKeys(
                        NO_KMS,
                        Optional.of(Source.KMS),
                        Optional.of(file),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static MasterKeys wrapped(Aead kms, Optional<Source> source, Path file) {
        return new MasterKeys(
                new WrappingKey(Optional.of(kms)),
                source,
                Optional.of(file),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static MasterKeys keys(Optional<Path> file, Optional<String> text) {
        return new MasterKeys(NO_KMS, Optional.empty(), file, text, Optional.empty(), Optional.empty());
    }

    private static void refused(Optional<Path> file, Optional<String> text) {
        assertThrows(IllegalStateException.class, () -> keys(file, text));
    }
}
