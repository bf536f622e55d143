package io.anju.identity.token;

import java.util.Optional;

/**
 * A private key at rest: PKCS#8, sealed.
 *
 * @param by id of the master key that sealed it; empty for one from before these were written down
 */
public record SealedKey(byte[] bytes, Optional<String> by) {

    @Override
    public String toString() {
        return "SealedKey";
    }
}
