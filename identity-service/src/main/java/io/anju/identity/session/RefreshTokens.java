package io.anju.identity.session;

import io.anju.kit.crypto.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * Refresh tokens as text and at rest.
 *
 * <p>A successor is a keyed function of its predecessor. So the lost answer of a rotation can be given again although
 * nothing but hashes is stored.
 */
@ApplicationScoped
class RefreshTokens {

    private static final int BYTES = 32;
    private static final String DEVICE = "session.device";

    private final SecureRandom random = new SecureRandom();
    private final FieldCipher cipher;

    RefreshTokens(FieldCipher cipher) {
        this.cipher = cipher;
    }

    String first() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return text(bytes);
    }

    String successor(String token) {
        return text(cipher.lookupHash(token, "refresh_token.successor"));
    }

    byte[] atRest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Under the key of today, for what is written. */
    byte[] deviceHash(String deviceId) {
        return cipher.lookupHash(deviceId, DEVICE);
    }

    /** Under every key that a session of the device may have been opened with. */
    List<byte[]> deviceHashes(String deviceId) {
        return cipher.lookupHashes(deviceId, DEVICE);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
