package io.anju.identity.token;

import java.util.Map;

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
    record KeyMaterial(String kid, String algorithm, String publicJwk, byte[] privateSealed) {}

    /**
     * A signed JWT in compact form.
     *
     * @param type value of the {@code typ} header
     */
    String sign(SigningKey key, String type, Map<String, Object> claims);
}
