package io.anju.identity.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of clients follow what lies in the folder. */
class KeyFolderTest {

    private static final String CLIENT = "loan-service";

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final PublicKey first = key("secp256r1");
    private final PublicKey second = key("secp256r1");

    private KeyFolder keys() {
        return new KeyFolder(folder, nanos::get);
    }

    @Test
    void takesEveryKeyOfAFile() throws IOException {
        keep(first, second);

        assertEquals(List.of(first, second), keys().of(CLIENT));
    }

    @Test
    void aKeyThatWasTakenOutIsGoodForAMinuteAtMost() throws IOException {
        var keys = keys();
        keep(first, second);
        keys.of(CLIENT);

        keep(second);
        secondsPass(60);

        assertEquals(List.of(second), keys.of(CLIENT));
    }

    @Test
    void doesNotReadTheFileForEveryToken() throws IOException {
        var keys = keys();
        keep(first);
        keys.of(CLIENT);

        keep(second);
        secondsPass(1);

        assertEquals(List.of(first), keys.of(CLIENT));
    }

    @Test
    void aClientWhoseFileIsGoneHasNoKey() throws IOException {
        var keys = keys();
        keep(first);
        keys.of(CLIENT);

        Files.delete(file());
        secondsPass(60);

        assertEquals(List.of(), keys.of(CLIENT));
    }

    @Test
    void aFileThatWasSpoiltStopsNobodyWhoWorked() throws IOException {
        var keys = keys();
        keep(first);
        keys.of(CLIENT);

        Files.writeString(file(), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----");
        secondsPass(60);
        assertEquals(List.of(first), keys.of(CLIENT));

        keep(second);
        secondsPass(60);
        assertEquals(List.of(second), keys.of(CLIENT));
    }

    @Test
    void takesNoFileInWhichOneKeyIsOfAnotherKind() throws IOException {
        keep(first, key("secp384r1"));

        assertThrows(IllegalStateException.class, () -> keys().of(CLIENT));
    }

    private void secondsPass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private Path file() {
        return folder.resolve(CLIENT + ".pub.pem");
    }

    private void keep(PublicKey... keys) throws IOException {
        var text = new StringBuilder();
        for (PublicKey key : keys) {
            text.append("-----BEGIN PUBLIC KEY-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(key.getEncoded()))
                    .append("\n-----END PUBLIC KEY-----\n");
        }
        Files.writeString(file(), text);
    }

    private static PublicKey key(String curve) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
