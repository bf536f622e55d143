package io.anju.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.testkit.dpop.ProofKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that is bound to a key (RFC 9449) opens with a fresh proof of that key, and with nothing else. */
@QuarkusTest
class BoundTokenTest extends BoundTokenTestBase {

    private static final BigInteger ORDER =
            new BigInteger("115792089210356248762697446949407573529996955224135760342422259061068512044369");

    @Test
    void aBoundTokenOpensWithAProofOfItsKey() {
        var token = token();

        me(token, key.proof("GET", ME, token)).statusCode(200).body(containsString(customer.toString()));
    }

    @Test
    void anEd25519KeyDoesAsWell() {
        var edwards = ProofKey.ed25519();
        var token = neighbours.tokens().bound(customer, edwards.thumbprint());

        me(token, edwards.proof("GET", ME, token)).statusCode(200);
    }

    @Test
    void theQueryOfTheRequestDoesNotMatter() {
        var token = token();

        given().header("Authorization", "dpop " + token)
                .header("DPoP", key.proof("GET", ME, token))
                .get("/api/v1/doors/me?limit=5")
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenThatIsNotBoundStaysABearerToken() {
        as(customer).get("/api/v1/doors/me").then().statusCode(200);
    }

    @Test
    void aBoundTokenIsNoBearerToken() {
        var token = token();

        refusedAsToken(given().header("Authorization", "Bearer " + token)
                .get("/api/v1/doors/me")
                .then());
        refusedAsToken(given().header("Authorization", "Bearer " + token)
                .header("DPoP", key.proof("GET", ME, token))
                .get("/api/v1/doors/me")
                .then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x5t#S256\":\"bN7q\"}", "{\"jkt\":7}", "{}"})
    void aTokenBoundToWhatWeDoNotKnowIsNoBearerTokenEither(String confirmation) {
        var token = neighbours
                .tokens()
                .access(
                        customer.toString(),
                        "anju-api",
                        List.of("customer"),
                        claims -> claims.setClaim("cnf", new io.vertx.core.json.JsonObject(confirmation).getMap()));

        refusedAsToken(given().header("Authorization", "Bearer " + token)
                .get("/api/v1/doors/me")
                .then());
        refusedAsToken(me(token, key.proof("GET", ME, token)));
    }

    @Test
    void aBearerTokenDoesNotPassForABoundOne() {
        var token = neighbours.tokens().customer(customer);

        refusedAsToken(me(token, key.proof("GET", ME, token)));
    }

    @Test
    void aForgedTokenHelpsNoProof() {
        var token = token();
        var forged = token.substring(0, token.length() - 8) + "AAAAAAAA";

        refusedAsToken(me(forged, key.proof("GET", ME, forged)));
    }

    @Test
    void aProofOfAnotherKeyIsNotTheTokens() {
        var token = token();

        refusedAsToken(me(token, ProofKey.es256().proof("GET", ME, token)));
    }

    @Test
    void aProofIsTakenOnce() {
        var token = token();
        var proof = key.proof("GET", ME, token);
        me(token, proof).statusCode(200);

        refusedAsProof(me(token, proof));
        refusedAsProof(me(token, mirrored(proof)));
        me(token, key.proof("GET", ME, token)).statusCode(200);
    }

    /** The other signature that verifies: (r, n - s). */
    private static String mirrored(String proof) {
        int last = proof.lastIndexOf('.') + 1;
        byte[] signature = Base64.getUrlDecoder().decode(proof.substring(last));
        byte[] s = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)))
                .toByteArray();
        Arrays.fill(signature, 32, 64, (byte) 0);
        int length = Math.min(32, s.length);
        System.arraycopy(s, s.length - length, signature, 64 - length, length);
        return proof.substring(0, last) + BASE64.encodeToString(signature);
    }

    @Test
    void aProofOfAnotherKeyUsesNothingUp() {
        var token = token();
        Consumer<JwtClaims> sameId = claims -> claims.setJwtId("same-for-" + customer);
        refusedAsToken(me(token, changed(ProofKey.es256(), token, sameId, jws -> {})));

        me(token, changed(key, token, sameId, jws -> {})).statusCode(200);
    }

    @Test
    void theOtherLanguageHasWordsForIt() {
        given().header("Authorization", "DPoP " + token())
                .get("/api/v1/doors/me")
                .then()
                .statusCode(401)
                .body("title", equalTo("持有证明无效"));
    }

    @Test
    void whoeverComesWithoutATokenIsToldOfBothWays() {
        given().header("DPoP", key.proof("GET", ME))
                .get("/api/v1/doors/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer, DPoP algs=\"ES256 EdDSA\"")
                .body("code", equalTo("TOKEN_MISSING"));
    }

    @Test
    void nothingIsDoneForARefusedProof() {
        var token = token();
        String url = PUBLIC + "/api/v1/doors/" + door + "/openings";

        refusedAsProof(open(token, key.proof("POST", url + "?", token)));
        refusedAsProof(open(token, key.proof("GET", url, token)));
        assertEquals(0, openings());
        open(token, key.proof("POST", url, token)).statusCode(201);
        assertEquals(2, openings());
    }

    private ValidatableResponse open(String token, String proof) {
        return given().header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(BODY)
                .post("/api/v1/doors/" + door + "/openings")
                .then();
    }

    @Test
    void theSecondKeyGoesWithABoundToken() {
        var token = token();
        String path = "/api/v1/doors/" + door + "/unlocking";
        given().header("Authorization", "DPoP " + token)
                .header("DPoP", key.proof("POST", PUBLIC + path, token))
                .contentType(ContentType.JSON)
                .body(BODY)
                .post(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("DPoP error=\"insufficient_user_authentication\""));

        given().header("Authorization", "DPoP " + token)
                .header("DPoP", key.proof("POST", PUBLIC + path, token))
                .header(
                        "Verification-Token",
                        neighbours
                                .tokens()
                                .verification(customer, "door-service", "door.unlock", "/api/v1/doors/" + door, BODY))
                .contentType(ContentType.JSON)
                .body(BODY)
                .post(path)
                .then()
                .statusCode(201);
    }

    @Test
    void theGatewaySaysWhatTheCallerAskedForWhereItAsksSeveralServices() {
        var token = token();

        given().header("Authorization", "DPoP " + token)
                .header("DPoP", key.proof("GET", PUBLIC + "/api/v1/app-home", token))
                .header("X-Forwarded-Uri", "/api/v1/app-home?elder=true")
                .header("X-Forwarded-For", "203.0.113.7")
                .get("/api/v1/doors/me")
                .then()
                .statusCode(200);
    }
}
