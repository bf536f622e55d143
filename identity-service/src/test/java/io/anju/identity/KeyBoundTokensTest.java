package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.testkit.dpop.ProofKey;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens that are bound to a key of the app (RFC 9449): how they are given, at a sign-in and between services. */
@QuarkusTest
class KeyBoundTokensTest extends KeyBoundTestBase {

    @Test
    void aSignInWithAProofGivesTokensBoundToItsKey() throws Exception {
        var app = app(person().registered());
        String id = app.openSignIn();

        var tokens = app.proveSignIn(id, Map.of(), app.proofOfSignIn(id))
                .then()
                .statusCode(200)
                .body("tokenType", equalTo("DPoP"))
                .extract()
                .jsonPath();
        assertEquals(app.key.thumbprint(), keyOf(tokens.getString("accessToken")));
    }

    @Test
    void soDoesASignInByPasskey() throws Exception {
        var person = person().bound();
        var key = ProofKey.ed25519();
        var opened = person.openSignIn(Map.of("method", "PASSKEY"));
        String path = "/api/v1/sign-ins/" + opened.path("id") + "/proof";

        String token = TestPerson.anonymous()
                .header("DPoP", key.proof("POST", KeyBoundApp.ORIGIN + path))
                .body(person.assertion(opened))
                .post(path)
                .then()
                .statusCode(200)
                .body("tokenType", equalTo("DPoP"))
                .extract()
                .path("accessToken");
        assertEquals(key.thumbprint(), keyOf(token));
    }

    @Test
    void soDoesARegistration() throws Exception {
        var person = person();
        var key = ProofKey.es256();
        String registration = person.openRegistration();
        String url = KeyBoundApp.ORIGIN + "/api/v1/registrations/" + registration + "/proof";

        String token = TestPerson.proveRegistration(
                        TestPerson.anonymous().header("DPoP", key.proof("POST", url)),
                        registration,
                        TestPerson.registrationProof(person.newestCode()))
                .then()
                .statusCode(201)
                .body("tokenType", equalTo("DPoP"))
                .extract()
                .path("accessToken");
        assertEquals(key.thumbprint(), keyOf(token));
    }

    @Test
    void theyOpenWithAProofAndNotWithout() {
        var app = signedIn();

        app.request("GET", "/api/v1/me").get("/api/v1/me").then().statusCode(200);
        TestPerson.anonymous()
                .auth()
                .oauth2(app.accessToken)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "DPoP error=\"invalid_token\", algs=\"ES256 EdDSA\"")
                .body("code", equalTo("TOKEN_INVALID"));
        app.request("GET", "/api/v1/me/sessions")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("DPOP_PROOF_INVALID"));
    }

    @Test
    void withoutAProofTokensStayBearerTokens() throws Exception {
        var person = person().registered();

        assertFalse(JourneyTest.read(person.accessToken, "at+jwt", "anju-api").hasClaim("cnf"));
        person.request().get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void aServiceThatActsForTheUserGetsATokenThatIsNotBoundToTheUsersKey() throws Exception {
        var app = signedIn();

        String token = new TestClient("loan-service")
                .exchange(app.accessToken, "repayment-service")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .extract()
                .path("access_token");
        var claims = JourneyTest.read(token, "at+jwt", "repayment-service");
        assertEquals(app.person.id.toString(), claims.getSubject());
        assertFalse(claims.hasClaim("cnf"));
    }

    @Test
    void anAgencysTokenIsBoundToItsKeyAsWell() throws Exception {
        var agency = new TestClient("demo-agency");
        var key = ProofKey.es256();

        String token = given().header("DPoP", key.proof("POST", KeyBoundApp.TOKEN_ENDPOINT))
                .formParam("grant_type", "client_credentials")
                .formParam("client_assertion_type", TestClient.ASSERTION_TYPE)
                .formParam("client_assertion", agency.assertion(claims -> {}))
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("DPoP"))
                .extract()
                .path("access_token");
        assertEquals(key.thumbprint(), keyOf(token));
    }

    @Test
    void theMetadataSayWhatProofsAreSignedWith() {
        for (String document : List.of("openid-configuration", "oauth-authorization-server")) {
            given().get("/.well-known/" + document)
                    .then()
                    .statusCode(200)
                    .body("dpop_signing_alg_values_supported", contains("ES256", "EdDSA"));
        }
    }
}
