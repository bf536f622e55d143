package io.anju.testkit.dpop;

import io.anju.kit.http.Digests;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A key of an app's own, and the proofs that it signs: real ones.
 *
 * @param algorithm {@code alg} of its proofs
 * @param jwk both halves
 */
public record ProofKey(String algorithm, PublicJsonWebKey jwk) {

    /** A new P-256 key. */
    public static ProofKey es256() {
        try {
            return new ProofKey("ES256", EcJwkGenerator.generateJwk(EllipticCurves.P256));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new Ed25519 key. */
    public static ProofKey ed25519() {
        try {
            return new ProofKey("EdDSA", OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a token says that is bound to it: {@code cnf.jkt}. */
    public String thumbprint() {
        return jwk.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    /** A proof for a request for tokens. */
    public String proof(String method, String url) {
        return proof(method, url, claims -> {}, jws -> {});
    }

    /** A proof beside an access token. */
    public String proof(String method, String url, String token) {
        return proof(method, url, claims -> claims.setClaim("ath", Digests.sha256(token)), jws -> {});
    }

    /** A proof with anything changed. */
    public String proof(
            String method, String url, Consumer<JwtClaims> changeClaims, Consumer<JsonWebSignature> changeHeader) {
        var claims = new JwtClaims();
        claims.setGeneratedJwtId();
        claims.setClaim("htm", method);
        claims.setClaim("htu", url);
        claims.setIssuedAtToNow();
        changeClaims.accept(claims);
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setHeader("typ", "dpop+jwt");
        jws.setJwkHeader(jwk);
        jws.setKey(jwk.getPrivateKey());
        changeHeader.accept(jws);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
