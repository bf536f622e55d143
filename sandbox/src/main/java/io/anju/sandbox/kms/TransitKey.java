package io.anju.sandbox.kms;

import io.anju.sandbox.http.ApiProblem;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A named key with all its versions: AES-256-GCM, and {@code vault:vN:…} says which version made a ciphertext.
 *
 * @param versions 32 bytes each in base64, the first is version 1; they never leave this process but for its journal
 * @param least the oldest version that still opens anything
 * @param enabled whether anything is done with it at all
 */
record TransitKey(String name, List<String> versions, int least, boolean enabled) {

    private static final Pattern CIPHERTEXT = Pattern.compile("vault:v([0-9]{1,6}):([A-Za-z0-9+/=]+)");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    TransitKey {
        versions = List.copyOf(versions);
    }

    static TransitKey fresh(String name) {
        return new TransitKey(name, List.of(), 1, true).rotated();
    }

    TransitKey rotated() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        var more = new ArrayList<>(versions);
        more.add(Base64.getEncoder().encodeToString(key));
        return new TransitKey(name, more, least, enabled);
    }

    TransitKey opensFrom(int version) {
        return new TransitKey(name, versions, version, enabled);
    }

    TransitKey enabled(boolean now) {
        return new TransitKey(name, versions, least, now);
    }

    int latest() {
        return versions.size();
    }

    String encrypt(byte[] clear, byte[] associated) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, latest(), nonce, associated).doFinal(clear);
            var whole =
                    ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
            return "vault:v" + latest() + ":" + Base64.getEncoder().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] decrypt(String ciphertext, byte[] associated) {
        var parts = CIPHERTEXT.matcher(ciphertext);
        if (!parts.matches()) {
            throw new ApiProblem(400, "CIPHERTEXT_MALFORMED", "This is no ciphertext of this service.");
        }
        int version = Integer.parseInt(parts.group(1));
        if (version < least || version > latest()) {
            throw new ApiProblem(400, "KEY_VERSION_GONE", "This version of the key opens nothing any more.");
        }
        try {
            byte[] whole = Base64.getDecoder().decode(parts.group(2));
            byte[] nonce = java.util.Arrays.copyOf(whole, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, version, nonce, associated)
                    .doFinal(whole, NONCE_BYTES, Math.max(0, whole.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ApiProblem(400, "CIPHERTEXT_UNKNOWN", "Another key, or other associated data.");
        }
    }

    private Cipher cipher(int mode, int version, byte[] nonce, byte[] associated) throws GeneralSecurityException {
        var key = new SecretKeySpec(Base64.getDecoder().decode(versions.get(version - 1)), "AES");
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }
}
