package io.anju.care.permit;

/** Puts a permit into a form that a stranger can check. */
public interface PermitTokens {

    /** The permit as a signed JWT. */
    String sign(Permit permit);

    /** The public keys that verify permits: a JWK set. */
    String keySet();
}
