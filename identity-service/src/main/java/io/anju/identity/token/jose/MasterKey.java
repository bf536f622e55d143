package io.anju.identity.token.jose;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** AES-256-GCM under the master key; the key's id is authenticated with it, so that sealed keys cannot be swapped. */
@ApplicationScoped
class MasterKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /**
     * Takes the key from one of two places: 32 random bytes in base64, never in the repository or the database.
     *
     * @param file where it lies
     * @param text the key itself, for those who hand secrets over in the environment ({@code ANJU_IDENTITY_MASTER_KEY})
     */
    MasterKey(
            @ConfigProperty(name = "anju.identity.master-key-file") Optional<Path> file,
            @ConfigProperty(name = "anju.identity.master-key") Optional<String> text) {
        if (file.isPresent() == text.isPresent()) {
            throw new IllegalStateException(
                    "the master key comes from anju.identity.master-key-file or from anju.identity.master-key");
        }
        this.key = new SecretKeySpec(decode(text.orElseGet(() -> read(file.orElseThrow()))), "AES");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read anju.identity.master-key-file", e);
        }
    }

    private static byte[] decode(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below, without what was there.
        }
        throw new IllegalStateException("the master key must be 32 bytes in base64");
    }

    byte[] seal(byte[] clear, String kid) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, clear, kid);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] open(byte[] sealed, String kid) {
        var buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, rest, kid);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String kid) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing key does not open with this master key", e);
        }
    }
}
