package io.anju.identity.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cryptography of tokens: making keys and signing with them. Pure computing. */
public interface Signer {

    /** What a key signs with; an authorization server here knows these two, and so does every verifier. */
    enum Algorithm {
        ES256,
        EDDSA
    }

    /** A new key pair. */
    KeyMaterial generate(Algorithm algorithm);

    /**
     * Public and sealed private half, under the key's id.
     *
     * @param kid thumbprint of the public key (RFC 7638)
     * @param algorithm its {@code alg}
     */
    record KeyMaterial(String kid, String algorithm, String publicJwk, SealedKey privateSealed) {}

    /** Ids of the master keys that are here, the one that seals first. */
    List<String> masterKeys();

    /** A private key sealed by the master key that seals now; empty when none that is here opens it. */
    Optional<SealedKey> sealAnew(String kid, SealedKey sealed);

    /**
     * A signed JWT in compact form.
     *
     * @param type value of the {@code typ} header
     */
    String sign(SigningKey key, String type, Map<String, Object> claims);
}
