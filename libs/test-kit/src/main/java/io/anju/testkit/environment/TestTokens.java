package io.anju.testkit.environment;

import io.anju.kit.http.Digests;
import io.anju.kit.token.CompactSignature;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Tokens as identity-service cuts them, signed with a key of the test's own, whose public half {@link Neighbours} publishes. */
public final class TestTokens {

    /** The issuer that services under test trust. */
    public static final String ISSUER = "http://identity.test";

    private static final int SECONDS = 600;
    private static final int VERIFICATION_SECONDS = 120;

    private final Deque<EllipticCurveJsonWebKey> published = new ConcurrentLinkedDeque<>();

    TestTokens() {
        rotate();
    }

    /** Signs with a new key from now on; the old ones stay published. */
    public void rotate() {
        published.addFirst(newKey());
    }

    /** The public keys, newest first. */
    public String keySet() {
        return new JsonWebKeySet(List.copyOf(published)).toJson();
    }

    private static EllipticCurveJsonWebKey newKey() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(UUID.randomUUID().toString());
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A customer at level L3. */
    public String customer(UUID id) {
        return customer(id, "L3");
    }

    public String customer(UUID id, String level) {
        return access(id.toString(), "anju-api", List.of("customer"), claims -> claims.setStringClaim("acr", level));
    }

    /** A customer's token that is bound to a key (RFC 9449, section 6.1). */
    public String bound(UUID id, String thumbprint) {
        return access(id.toString(), "anju-api", List.of("customer"), claims -> {
            claims.setStringClaim("acr", "L3");
            claims.setClaim("cnf", Map.of("jkt", thumbprint));
        });
    }

    public String staff(UUID id, String role) {
        return access(id.toString(), "anju-api", List.of(role), claims -> claims.setStringClaim("acr", "L3"));
    }

    public String agency(String name) {
        return access(name, "anju-api", List.of("agency"), claims -> {});
    }

    /** A token of one service to call another. */
    public String service(String name, String audience) {
        return access(name, audience, List.of("service"), claims -> {});
    }

    /** A token of whoever has this role, as {@code EndpointDoors} asks for them; {@code service} is the one called. */
    public String of(String role, String level, String service) {
        boolean named = role.equals("service") || role.equals("agency");
        return access(
                named ? "some-" + role : UUID.randomUUID().toString(),
                role.equals("service") ? service : "anju-api",
                List.of(role),
                claims -> claims.setStringClaim("acr", level));
    }

    /** An access token with anything changed, for tests of what is refused. */
    public String access(String subject, String audience, List<String> roles, Consumer<JwtClaims> change) {
        var claims = claims(subject, audience, SECONDS);
        claims.setStringListClaim("roles", roles);
        claims.setStringClaim("scope", isStaff(roles) ? "anju personal-data" : "anju");
        claims.setStringClaim("client_id", roles.contains("service") ? subject : "test-app");
        claims.setNumericDateClaim("auth_time", NumericDate.now());
        change.accept(claims);
        return sign("at+jwt", claims);
    }

    private static boolean isStaff(List<String> roles) {
        return roles.stream().noneMatch(Set.of("customer", "agency", "service")::contains);
    }

    /** The second key for one act on one resource with one body. */
    public String verification(UUID subject, String service, String act, String resource, String body) {
        return verification(subject, service, act, resource, body, claims -> {});
    }

    public String verification(
            UUID subject, String service, String act, String resource, String body, Consumer<JwtClaims> change) {
        var claims = claims(subject.toString(), service, VERIFICATION_SECONDS);
        claims.setClaim(
                "authorization_details",
                List.of(Map.of("type", act, "resource", resource, "bodySha256", Digests.sha256(body))));
        change.accept(claims);
        return sign("verification+jwt", claims);
    }

    private static JwtClaims claims(String subject, String audience, int seconds) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(subject);
        claims.setAudience(audience);
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + seconds));
        return claims;
    }

    private String sign(String type, JwtClaims claims) {
        return sign(type, claims.toJson(), jws -> {});
    }

    /** Signed with the published key, with anything of its headers changed, for tests of what is refused. */
    public String sign(String type, String payload, Consumer<JsonWebSignature> change) {
        try {
            var key = published.getFirst();
            var jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue("ES256");
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setHeader("typ", type);
            jws.setPayload(payload);
            jws.setKey(key.getPrivateKey());
            change.accept(jws);
            String token = jws.getCompactSerialization();
            return "ES256".equals(jws.getAlgorithmHeaderValue()) ? CompactSignature.low(token) : token;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
