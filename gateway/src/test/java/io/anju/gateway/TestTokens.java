package io.anju.gateway;

import io.anju.kit.token.CompactSignature;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Access tokens as identity makes them, and ways to spoil them. */
final class TestTokens {
    private TestTokens() {}

    static PublicJsonWebKey key() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(
                    ConfigProvider.getConfig().getValue("test.key", String.class));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String publicKeyJson() {
        return key().toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    static String customer() {
        return token(claims("customer"), jws -> {});
    }

    static String withRole(String role) {
        return token(claims(role), jws -> {});
    }

    static JwtClaims claims(String role) {
        var claims = new JwtClaims();
        claims.setIssuer("http://localhost:8080");
        claims.setAudience("anju-api");
        claims.setSubject(UUID.randomUUID().toString());
        claims.setClaim("client_id", "app");
        claims.setStringListClaim("roles", List.of(role));
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    static String token(JwtClaims claims, Consumer<JsonWebSignature> spoil) {
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKeyIdHeaderValue("test-key");
        jws.setHeader("typ", "at+jwt");
        jws.setKey(key().getPrivateKey());
        spoil.accept(jws);
        try {
            String token = jws.getCompactSerialization();
            return "ES256".equals(jws.getAlgorithmHeaderValue()) ? CompactSignature.low(token) : token;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
