package io.anju.identity.token;

import java.util.Map;

/** The cryptography of tokens: making keys and signing with them. Pure computing. */
public interface Signer {

    /** A new ES256 key pair. */
    KeyMaterial generate();

    /**
     * Public and sealed private half, under the key's id.
     *
     * @param kid thumbprint of the public key (RFC 7638)
     */
    record KeyMaterial(String kid, String publicJwk, byte[] privateSealed) {}

    /**
     * A signed JWT in compact form.
     *
     * @param type value of the {@code typ} header
     */
    String sign(SigningKey key, String type, Map<String, Object> claims);
}
