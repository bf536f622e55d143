package io.anju.kit.crypto;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The key outside by which keys at rest are wrapped, where there is one.
 *
 * @param aead {@link Kms}, unless none is set
 */
public record WrappingKey(Optional<Aead> aead) {

    /** Authenticated with every wrapped master key, so that it is not taken for anything else that the same key wrapped. */
    private static final byte[] MASTER_KEY = "anju master key".getBytes(StandardCharsets.UTF_8);

    /** Whether this text is a wrapped key rather than one in clear. */
    public static boolean isWrapped(String text) {
        return text.strip().startsWith(Kms.WRAPPED);
    }

    /** @throws IllegalStateException when there is no KMS, it does not answer in time, or the text is none of its */
    public byte[] unwrap(String wrapped) {
        try {
            return key().decrypt(wrapped.strip().getBytes(StandardCharsets.UTF_8), MASTER_KEY);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key cannot be unwrapped: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalStateException as {@link #unwrap} */
    public String wrap(byte[] clear) {
        try {
            return new String(key().encrypt(clear, MASTER_KEY), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key cannot be wrapped: " + e.getMessage(), e);
        }
    }

    private Aead key() {
        return aead.orElseThrow(() -> new IllegalStateException("a wrapped key needs anju.kms.url"));
    }
}
