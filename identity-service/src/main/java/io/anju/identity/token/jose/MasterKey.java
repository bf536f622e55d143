package io.anju.identity.token.jose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM under a master key; the key's id is authenticated with it, so that sealed keys cannot be swapped. */
final class MasterKey {

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final String id;

    /** Of 32 random bytes. */
    MasterKey(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("the master key must be 32 bytes in base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.id = id(bytes);
    }

    /** Of such bytes in base64. */
    static MasterKey of(String base64) {
        try {
            return new MasterKey(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException malformed) {
            // Without what was there.
            throw new IllegalStateException("the master key must be 32 bytes in base64");
        }
    }

    /** Tells the key from others and nothing of it: the beginning of a digest of 256 random bits. */
    String id() {
        return id;
    }

    private static String id(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("anju master key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(bytes), ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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

    /** @throws IllegalStateException when another key sealed it, or for another id */
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
