package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
@TestProfile(AppHomeTest.TwoPartsFail.class)
class AppHomeTest {

    /** One service answers with an error, another not in time. */
    public static class TwoPartsFail implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "anju.gateway.home.parts.contracts.path", "/api/v1/contracts/away",
                    "anju.gateway.home.parts.messages.path", "/api/v1/messages/slow");
        }
    }

    @Test
    void whatCannotBeHadIsNamedAndTheRestIsThere() {
        given().auth()
                .oauth2(TestTokens.customer())
                .get("/api/v1/app-home")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("me.service", equalTo("identity"))
                .body("me.headers.authorization", startsWith("Bearer "))
                .body("loans.uri", equalTo("/api/v1/loans?limit=5"))
                .body("contracts", nullValue())
                .body("messages", nullValue())
                .body("missing", hasSize(2))
                .body("missing.find { it.part == 'messages' }.code", equalTo("UNAVAILABLE"));
    }

    @Test
    void everyServiceLearnsForWhichAddressTheProofWasMade() {
        var claims = TestTokens.claims("customer");
        claims.setClaim("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"));
        var token = TestTokens.token(claims, jws -> {});

        given().header("Authorization", "DPoP " + token)
                .header("DPoP", "proof")
                .get("/api/v1/app-home?elder=true")
                .then()
                .statusCode(200)
                .body("me.headers.authorization", equalTo("DPoP " + token))
                .body("me.headers.dpop", equalTo("proof"))
                .body("loans.headers.dpop", equalTo("proof"))
                .body("me.headers.'x-forwarded-uri'", equalTo("/api/v1/app-home?elder=true"))
                .body("loans.headers.'x-forwarded-uri'", equalTo("/api/v1/app-home?elder=true"));
    }

    @Test
    void itIsForThoseWhoAreSignedIn() {
        given().get("/api/v1/app-home").then().statusCode(401);
    }
}
