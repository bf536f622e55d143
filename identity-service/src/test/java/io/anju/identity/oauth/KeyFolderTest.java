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
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of clients follow what lies in the folder. */
class KeyFolderTest {

    private static final String CLIENT = "loan-service";

    @TempDir
    private Path folder;

    private final PublicKey first = key("secp256r1");
    private final PublicKey second = key("secp256r1");
    private KeyFolder keys;

    @BeforeEach
    void open() {
        keys = new KeyFolder(folder);
    }

    @Test
    void takesEveryKeyOfAFile() throws IOException {
        keep(first, second);
        keys.read();

        assertEquals(List.of(first, second), keys.of(CLIENT));
    }

    @Test
    void aKeyThatWasTakenOutIsGoodNoLongerThanToTheNextReading() throws IOException {
        keep(first, second);
        keys.read();

        keep(second);
        keys.read();

        assertEquals(List.of(second), keys.of(CLIENT));
    }

    @Test
    void readsNoFileForWhomeverAsks() throws IOException {
        keep(first);
        assertEquals(List.of(), keys.of(CLIENT));
        keys.read();

        keep(second);

        assertEquals(List.of(first), keys.of(CLIENT));
    }

    @Test
    void aClientWhoseFileIsGoneHasNoKey() throws IOException {
        keep(first);
        keys.read();

        Files.delete(file());
        keys.read();

        assertEquals(List.of(), keys.of(CLIENT));
    }

    @Test
    void aFileThatWasSpoiltStopsNobodyWhoWorked() throws IOException {
        keep(first);
        keys.read();

        Files.writeString(file(), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----");
        keys.read();
        assertEquals(List.of(first), keys.of(CLIENT));

        keep(second);
        keys.read();
        assertEquals(List.of(second), keys.of(CLIENT));
    }

    @Test
    void aFolderThatIsGoneStopsNobodyWhoWorked() throws IOException {
        keep(first);
        keys.read();

        Files.delete(file());
        Files.delete(folder);

        assertThrows(IOException.class, keys::read);
        assertEquals(List.of(first), keys.of(CLIENT));
    }

    @Test
    void takesNoFileInWhichOneKeyIsOfAnotherKind() throws IOException {
        keep(first, key("secp384r1"));
        keys.read();

        assertEquals(List.of(), keys.of(CLIENT));
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
