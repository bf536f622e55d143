package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.testkit.dpop.ProofKey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Tokens that are bound to a key of the app are refreshed by it, and by nobody else. */
@QuarkusTest
class KeyBoundRefreshTest extends KeyBoundTestBase {

    @Test
    void theSameKeyRefreshes() throws Exception {
        var app = signedIn();

        String token = app.refresh(app.refreshToken)
                .then()
                .statusCode(200)
                .body("token_type", equalTo("DPoP"))
                .extract()
                .path("access_token");
        assertEquals(app.key.thumbprint(), keyOf(token));
    }

    @Test
    void nobodyElseRefreshesAndTheSessionLives() {
        var app = signedIn();
        var thief = ProofKey.es256();

        KeyBoundApp.refreshWith(app.refreshToken).then().statusCode(400).body("error", equalTo("invalid_dpop_proof"));
        KeyBoundApp.refreshWith(app.refreshToken, thief.proof("POST", KeyBoundApp.TOKEN_ENDPOINT))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
        app.refresh(app.refreshToken).then().statusCode(200);
    }

    @Test
    void anOldTokenOfUseToNobodyThrowsNobodyOut() {
        var app = signedIn();
        String old = app.refreshToken;
        String second = app.refresh(old).path("refresh_token");
        String third = app.refresh(second).path("refresh_token");
        var thief = ProofKey.es256();

        KeyBoundApp.refreshWith(old, thief.proof("POST", KeyBoundApp.TOKEN_ENDPOINT))
                .then()
                .statusCode(400);
        KeyBoundApp.refreshWith(old).then().statusCode(400);
        app.refresh(third).then().statusCode(200);
    }

    @Test
    void anOldTokenWithTheRightKeyIsAReuseAndEndsTheSession() {
        var app = signedIn();
        String old = app.refreshToken;
        String second = app.refresh(old).path("refresh_token");
        String third = app.refresh(second).path("refresh_token");

        app.refresh(old).then().statusCode(400).body("error", equalTo("invalid_grant"));
        app.refresh(third).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void aLostAnswerIsGivenAgainToTheSameKey() {
        var app = signedIn();
        String successor = app.refresh(app.refreshToken).path("refresh_token");

        app.refresh(app.refreshToken).then().statusCode(200).body("refresh_token", equalTo(successor));
    }

    @Test
    void aBearerSessionIsBoundByTheFirstProof() throws Exception {
        var person = person().registered();
        var app = app(person);

        var bound = app.refresh(person.refreshToken)
                .then()
                .statusCode(200)
                .body("token_type", equalTo("DPoP"))
                .extract()
                .jsonPath();
        assertEquals(app.key.thumbprint(), keyOf(bound.getString("access_token")));
        KeyBoundApp.refreshWith(bound.getString("refresh_token"))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_dpop_proof"));
    }

    @Test
    void whoBindsAStolenBearerTokenToTheirKeyIsFoundOut() {
        var person = person().registered();
        var thief = app(person);
        String stolen = thief.refresh(person.refreshToken).path("refresh_token");

        KeyBoundApp.refreshWith(person.refreshToken).then().statusCode(400);
        thief.refresh(stolen).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }
}
