package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.testkit.dpop.ProofKey;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Proofs of possession that are forged, old, of another request or used: each is refused and changes nothing. */
@QuarkusTest
class ProofAttacksTest extends KeyBoundTestBase {

    @TestFactory
    Stream<DynamicTest> theTokenEndpointRefusesEveryOtherProofAndChangesNothing() {
        var app = signedIn();
        return proofs(app.key, KeyBoundApp.TOKEN_ENDPOINT).entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> {
                    KeyBoundApp.refreshWith(app.refreshToken, attack.getValue().toArray(String[]::new))
                            .then()
                            .statusCode(400)
                            .body("error", equalTo("invalid_dpop_proof"));
                    assertEquals(1, count("""
                                    SELECT count(*) FROM refresh_token t JOIN session s ON s.id = t.session_id
                                    WHERE s.person_id = $1 AND t.key_thumbprint IS NOT NULL AND s.ended_at IS NULL""", app.person.id));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aSignInRefusesEveryOtherProofAndStaysOpen() {
        var app = app(person().registered());
        String id = app.openSignIn();
        String url = KeyBoundApp.ORIGIN + "/api/v1/sign-ins/" + id + "/proof";
        var attacks = proofs(app.key, url).entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.getKey(),
                        () -> app.proveSignIn(id, Map.of(), attack.getValue().toArray(String[]::new))
                                .then()
                                .statusCode(400)
                                .contentType("application/problem+json")
                                .body("code", equalTo("DPOP_PROOF_INVALID"))));
        return Stream.concat(
                attacks,
                Stream.of(DynamicTest.dynamicTest(
                        "and is still open",
                        () -> app.proveSignIn(id, Map.of(), app.proofOfSignIn(id))
                                .then()
                                .statusCode(200))));
    }

    private static Map<String, List<String>> proofs(ProofKey key, String url) {
        var attacks = new TreeMap<String, List<String>>();
        claims(attacks, key, url, "htm of another method", claims -> claims.setClaim("htm", "GET"));
        claims(attacks, key, url, "htu of another address", claims -> claims.setClaim("htu", url + "s"));
        claims(
                attacks,
                key,
                url,
                "htu of the service behind",
                claims -> claims.setClaim("htu", url.replace("8080", "8081")));
        claims(attacks, key, url, "htu with a query", claims -> claims.setClaim("htu", url + "?a=b"));
        claims(attacks, key, url, "iat too old", claims -> claims.setIssuedAt(in(-61)));
        claims(attacks, key, url, "iat in the future", claims -> claims.setIssuedAt(in(45)));
        claims(attacks, key, url, "iat beyond time", claims -> claims.setClaim("iat", new BigInteger("9".repeat(40))));
        claims(attacks, key, url, "no jti", claims -> claims.unsetClaim("jti"));
        claims(attacks, key, url, "oversized", claims -> claims.setClaim("more", "x".repeat(4_096)));
        header(attacks, key, url, "typ of another kind", jws -> jws.setHeader("typ", "JWT"));
        header(attacks, key, url, "alg none", jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue("none");
            jws.setKey(null);
        });
        header(attacks, key, url, "HS256", jws -> {
            jws.setAlgorithmHeaderValue("HS256");
            jws.setKey(new HmacKey(key.jwk().getPublicKey().getEncoded()));
        });
        header(
                attacks,
                key,
                url,
                "private jwk",
                jws -> jws.getHeaders()
                        .setObjectHeaderValue("jwk", key.jwk().toParams(OutputControlLevel.INCLUDE_PRIVATE)));
        header(
                attacks,
                key,
                url,
                "signed by another key",
                jws -> jws.setKey(ProofKey.es256().jwk().getPrivateKey()));
        String good = key.proof("POST", url);
        attacks.put("truncated", List.of(good.substring(0, good.length() - 43)));
        attacks.put("two headers", List.of(good, key.proof("POST", url)));
        attacks.put("no token at all", List.of("proof"));
        attacks.put("empty", List.of(""));
        return attacks;
    }

    private static void claims(
            Map<String, List<String>> attacks, ProofKey key, String url, String name, Consumer<JwtClaims> change) {
        attacks.put(name, List.of(key.proof("POST", url, change, jws -> {})));
    }

    private static void header(
            Map<String, List<String>> attacks,
            ProofKey key,
            String url,
            String name,
            Consumer<JsonWebSignature> change) {
        attacks.put(name, List.of(key.proof("POST", url, claims -> {}, change)));
    }

    private static NumericDate in(long seconds) {
        return NumericDate.fromSeconds(NumericDate.now().getValue() + seconds);
    }

    @Test
    void aProofBuysTokensOnce() {
        var app = signedIn();
        String proof = app.key.proof("POST", KeyBoundApp.TOKEN_ENDPOINT);
        String next = KeyBoundApp.refreshWith(app.refreshToken, proof)
                .then()
                .statusCode(200)
                .extract()
                .path("refresh_token");

        KeyBoundApp.refreshWith(next, proof).then().statusCode(400).body("error", equalTo("invalid_dpop_proof"));
        app.refresh(next).then().statusCode(200);
    }
}
