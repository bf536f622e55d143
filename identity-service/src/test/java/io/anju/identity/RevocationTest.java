package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.anju.testkit.dpop.ProofKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refresh tokens given back (RFC 7009): whoever could use one may end its session, and nobody else. */
@QuarkusTest
class RevocationTest extends IdentityTestBase {

    private static final String ENDPOINT = KeyBoundApp.ORIGIN + "/oauth2/revoke";

    private KeyBoundApp app;
    private String old;
    private String current;

    /** An app with a key, and a refresh token of its that was used before the one it holds. */
    @BeforeEach
    void signIn() {
        app = new KeyBoundApp(person().registered(), ProofKey.es256()).signedIn();
        old = app.refreshToken;
        current = app.refresh(old).then().statusCode(200).extract().path("refresh_token");
    }

    @Test
    void theKeyOfATokenEndsItsSession() {
        revoke(current, proofOf(app.key)).then().statusCode(200);

        app.refresh(current).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void itDoesWithAnOldTokenToo() {
        revoke(old, proofOf(app.key)).then().statusCode(200);

        app.refresh(current).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void aTokenThatIsOfUseToNobodyWithoutItsKeyEndsNothing() {
        for (String token : new String[] {old, current}) {
            revoke(token).then().statusCode(200);
            revoke(token, proofOf(ProofKey.es256())).then().statusCode(200);
        }

        app.refresh(current).then().statusCode(200);
    }

    @Test
    void aProofThatIsNoneIsSaidToBeNone() {
        String ofAnotherPlace = app.key.proof("POST", KeyBoundApp.TOKEN_ENDPOINT);

        revoke(current, ofAnotherPlace).then().statusCode(400).body("error", equalTo("invalid_dpop_proof"));

        app.refresh(current).then().statusCode(200);
    }

    @Test
    void aBearerTokenIsGivenBackByWhoeverHasItWithAKeyOrWithout() {
        var one = person().registered();
        var other = person().registered();

        revoke(one.refreshToken).then().statusCode(200);
        revoke(other.refreshToken, proofOf(app.key)).then().statusCode(200);

        one.refreshWith(one.refreshToken).then().statusCode(400);
        other.refreshWith(other.refreshToken).then().statusCode(400);
    }

    private static String proofOf(ProofKey key) {
        return key.proof("POST", ENDPOINT);
    }

    private static Response revoke(String token, String... proofs) {
        return KeyBoundApp.with(given(), proofs).formParam("token", token).post("/oauth2/revoke");
    }
}
