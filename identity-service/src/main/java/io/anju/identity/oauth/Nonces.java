package io.anju.identity.oauth;

import io.anju.kit.crypto.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * Nonces that a client signs into its proofs, so that none can be made before its time (RFC 9449, section 8): the moment at which
 * it was given, with a keyed hash of that. Nothing is kept, and every replica knows those of the others, since they have the key
 * set in common; those of an older look-up key count while that is in it.
 */
@ApplicationScoped
public class Nonces {

    /** The header that hands one out. */
    public static final String HEADER = "DPoP-Nonce";

    private static final String CONTEXT = "dpop.nonce";
    private static final int LENGTH = Long.BYTES + 32;
    private static final int TEXT_LENGTH = 54;

    private final FieldCipher cipher;
    private final InstantSource clock;
    private final NonceConfig config;

    Nonces(FieldCipher cipher, InstantSource clock, NonceConfig config) {
        this.cipher = cipher;
        this.clock = clock;
        this.config = config;
    }

    /** One of this moment; empty where none are given. */
    public Optional<String> next() {
        return config.mode() == NonceConfig.Mode.NONE
                ? Optional.empty()
                : Optional.of(of(clock.instant().getEpochSecond()));
    }

    private String of(long second) {
        var bytes = ByteBuffer.allocate(LENGTH).putLong(second).put(cipher.lookupHash(Long.toString(second), CONTEXT));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Whether a proof with this nonce, or without one, goes on. */
    public boolean accepts(Optional<String> shown) {
        return switch (config.mode()) {
            case NONE -> true;
            case OFFERED -> shown.isEmpty() || isGood(shown.get());
            case REQUIRED -> shown.isPresent() && isGood(shown.get());
        };
    }

    private boolean isGood(String shown) {
        if (shown.length() != TEXT_LENGTH) {
            return false;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(shown));
            long second = bytes.getLong();
            byte[] hash = new byte[LENGTH - Long.BYTES];
            bytes.get(hash);
            return cipher.lookupHashes(Long.toString(second), CONTEXT).stream()
                            .anyMatch(ours -> MessageDigest.isEqual(ours, hash))
                    && isOfNow(second);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Of a moment in our own past: nobody else could have made it, but another replica's clock may be a little ahead. */
    private boolean isOfNow(long second) {
        var given = Instant.ofEpochSecond(second);
        return clock.instant().isBefore(given.plus(config.lifetime()));
    }
}
