package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.anju.testkit.dpop.ProofKey;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** A token endpoint that takes proofs with its own nonces only (RFC 9449, section 8). */
@QuarkusTest
@WithTestResource(NonceEnvironment.class)
class NonceRequiredTest extends KeyBoundTestBase {

    @Test
    void aProofWithoutANonceGetsOneAndWithItTheTokens() {
        var app = signedIn();

        String nonce = app.refresh(app.refreshToken)
                .then()
                .statusCode(400)
                .body("error", equalTo("use_dpop_nonce"))
                .header("DPoP-Nonce", notNullValue())
                .extract()
                .header("DPoP-Nonce");

        refresh(app, nonce)
                .then()
                .statusCode(200)
                .header("DPoP-Nonce", notNullValue())
                .body("token_type", equalTo("DPoP"));
    }

    @Test
    void aNonceThatIsNotOursIsNone() {
        var app = signedIn();
        String nonce = app.refresh(app.refreshToken).header("DPoP-Nonce");
        String forged = (nonce.startsWith("B") ? "C" : "B") + nonce.substring(1);

        refresh(app, forged).then().statusCode(400).body("error", equalTo("use_dpop_nonce"));
        refresh(app, nonce + "A").then().statusCode(400).body("error", equalTo("use_dpop_nonce"));
        refresh(app, "of another server").then().statusCode(400).body("error", equalTo("use_dpop_nonce"));
        refresh(app, nonce).then().statusCode(200);
    }

    @Test
    void whoShowsNoProofNeedsNoNonce() {
        var person = person().registered();

        KeyBoundApp.refreshWith(person.refreshToken).then().statusCode(200);
    }

    @Test
    void aBadProofIsABadProofWhateverItsNonce() {
        var app = signedIn();
        String nonce = app.refresh(app.refreshToken).header("DPoP-Nonce");
        String elsewhere = app.key.proof(
                "POST", KeyBoundApp.ORIGIN + "/oauth2/revoke", claims -> claims.setClaim("nonce", nonce), jws -> {});

        KeyBoundApp.refreshWith(app.refreshToken, elsewhere)
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_dpop_proof"));
    }

    private static Response refresh(KeyBoundApp app, String nonce) {
        return KeyBoundApp.refreshWith(app.refreshToken, proof(app.key, nonce));
    }

    private static String proof(ProofKey key, String nonce) {
        return key.proof("POST", KeyBoundApp.TOKEN_ENDPOINT, claims -> claims.setClaim("nonce", nonce), jws -> {});
    }
}
