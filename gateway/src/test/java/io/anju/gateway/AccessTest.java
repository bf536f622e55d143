package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class AccessTest {

    private static ValidatableResponse me(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .get("/api/v1/me")
                .then();
    }

    @Test
    void aGoodTokenComesInAndIsPassedOn() {
        var token = TestTokens.customer();

        me(token).statusCode(200).body("headers.authorization", equalTo("Bearer " + token));
    }

    @Test
    void withoutATokenTheCallerIsToldToSignIn() {
        given().header("Accept-Language", "fr, zh;q=0.5")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer, DPoP algs=\"ES256 EdDSA\"")
                .header("Content-Language", "zh-CN")
                .body("code", equalTo("TOKEN_MISSING"))
                .body("title", equalTo("请先登录"))
                .body("traceId", notNullValue());
    }

    static Stream<Map.Entry<String, Supplier<String>>> badTokens() {
        return Map.<String, Supplier<String>>of(
                "none algorithm",
                        () -> signed(jws -> {
                            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                            jws.setAlgorithmHeaderValue("none");
                            jws.setKey(null);
                        }),
                "public key as HMAC secret",
                        () -> signed(jws -> {
                            jws.setAlgorithmHeaderValue("HS256");
                            jws.setKey(new HmacKey(TestTokens.publicKeyJson().getBytes(StandardCharsets.UTF_8)));
                        }),
                "another key", () -> signed(jws -> jws.setKey(foreignKey())),
                "unknown key id", () -> signed(jws -> jws.setKeyIdHeaderValue("nobody")),
                "another type", () -> signed(jws -> jws.setHeader("typ", "verification+jwt")),
                "no type", () -> signed(jws -> jws.getHeaders().setObjectHeaderValue("typ", null)),
                "another audience", () -> claimed(claims -> claims.setAudience("loan-service")),
                "another issuer", () -> claimed(claims -> claims.setIssuer("http://elsewhere")),
                "expired", () -> claimed(claims -> claims.setExpirationTimeMinutesInTheFuture(-1)),
                "no expiry", () -> claimed(claims -> claims.unsetClaim("exp")))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefused(Map.Entry<String, Supplier<String>> bad) {
        me(bad.getValue().get())
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .header("Content-Language", "en")
                .body("code", equalTo("TOKEN_INVALID"));
    }

    @Test
    void aChangedTokenIsRefusedThoughTheOriginalIsRemembered() {
        var token = TestTokens.customer();
        me(token).statusCode(200);
        var parts = token.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("customer", "approver");
        var forged = parts[0]
                + '.'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + '.'
                + parts[2];

        me(forged).statusCode(401);
    }

    /** To the gateway a proof is a header: services read it. */
    private static final String PROOF = "proof";

    private static String bound() {
        return claimed(claims -> claims.setClaim("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")));
    }

    @Test
    void aBoundTokenComesInWithItsProofAndBothArePassedOn() {
        var token = bound();

        given().header("Authorization", "DPoP " + token)
                .header("DPoP", PROOF)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("headers.authorization", equalTo("DPoP " + token))
                .body("headers.dpop", equalTo(PROOF));
    }

    @Test
    void aBoundTokenIsNoBearerTokenNorTheOtherWayRound() {
        for (var authorization : List.of("Bearer " + bound(), "DPoP " + TestTokens.customer(), "DPoP nonsense")) {
            given().header("Authorization", authorization)
                    .header("DPoP", PROOF)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "DPoP error=\"invalid_token\", algs=\"ES256 EdDSA\"")
                    .body("code", equalTo("TOKEN_INVALID"));
        }
    }

    @Test
    void aBoundTokenBringsOneProofNeitherNoneNorTwo() {
        for (var proofs : List.of(List.<String>of(), List.of(PROOF, PROOF))) {
            var request = given().header("Authorization", "DPoP " + bound()).header("Accept-Language", "en");
            proofs.forEach(proof -> request.header("DPoP", proof));

            request.get("/api/v1/me")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "DPoP error=\"invalid_dpop_proof\", algs=\"ES256 EdDSA\"")
                    .body("code", equalTo("DPOP_PROOF_INVALID"))
                    .body("title", equalTo("The proof of possession is not valid"));
        }
    }

    @Test
    void whoAsksForTokensSendsAProofWithoutAToken() {
        given().header("DPoP", PROOF)
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .body("headers.dpop", equalTo(PROOF))
                .body("headers.'x-forwarded-host'", equalTo("localhost:8080"));
    }

    @TestFactory
    Stream<DynamicTest> aRoleOpensItsOwnDoorsOnly() {
        record Case(String role, String path, int status) {}
        return List.of(
                        new Case("customer", "/api/v1/staff/applications", 403),
                        new Case("customer", "/api/v1/agency/contact-permits", 403),
                        new Case("agency", "/api/v1/loans", 403),
                        new Case("agency", "/api/v1/agency/contact-permits", 200),
                        new Case("service", "/api/v1/loans", 403),
                        new Case("teller", "/api/v1/loans", 200))
                .stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.toString(),
                        () -> given().auth()
                                .oauth2(TestTokens.withRole(c.role()))
                                .get(c.path())
                                .then()
                                .statusCode(c.status())));
    }

    private static String signed(Consumer<JsonWebSignature> spoil) {
        return TestTokens.token(TestTokens.claims("customer"), spoil);
    }

    private static String claimed(Consumer<JwtClaims> spoil) {
        var claims = TestTokens.claims("customer");
        spoil.accept(claims);
        return TestTokens.token(claims, jws -> {});
    }

    private static java.security.Key foreignKey() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256).getPrivateKey();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
