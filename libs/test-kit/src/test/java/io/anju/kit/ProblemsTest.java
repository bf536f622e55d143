package io.anju.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong, the answer is a problem document in the caller's language. */
@QuarkusTest
class ProblemsTest extends KitTestBase {

    @Test
    void asksForATokenWhereThereIsNone() {
        given().get("/api/v1/doors/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .header("Content-Language", "zh-CN")
                .body("code", equalTo("TOKEN_MISSING"))
                .body("title", equalTo("请先登录"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("traceId", not(equalTo("0".repeat(32))));
    }

    @Test
    void refusesATokenThatIsNone() {
        given().auth()
                .oauth2("nonsense")
                .get("/api/v1/doors/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("TOKEN_INVALID"));
    }

    @Test
    void refusesATokenForAnotherService() {
        var other = neighbours.tokens().service("loan-service", "care-service");
        given().auth().oauth2(other).get("/api/v1/doors/me").then().statusCode(401);
    }

    @Test
    void refusesATokenThatHasEnded() {
        var ended = neighbours
                .tokens()
                .access(
                        customer.toString(),
                        "anju-api",
                        List.of("customer"),
                        claims -> claims.setExpirationTime(
                                NumericDate.fromSeconds(NumericDate.now().getValue() - 60)));
        given().auth().oauth2(ended).get("/api/v1/doors/me").then().statusCode(401);
    }

    @Test
    void refusesAnotherRole() {
        var officer = neighbours.tokens().staff(UUID.randomUUID(), "loan-officer");
        given().auth()
                .oauth2(officer)
                .get("/api/v1/doors/me")
                .then()
                .statusCode(403)
                .body("code", equalTo("ROLE_MISSING"));
    }

    @Test
    void letsAnybodyInWhereTheDoorIsOpen() {
        given().get("/api/v1/doors/open").then().statusCode(200);
    }

    @Test
    void asksForAHigherLevel() {
        var low = neighbours.tokens().customer(customer, "L1");
        given().auth()
                .oauth2(low)
                .header("Accept-Language", "en-GB,en;q=0.9")
                .get("/api/v1/doors/high")
                .then()
                .statusCode(403)
                .body("code", equalTo("LEVEL_TOO_LOW"))
                .body("detail", equalTo("This needs level L3; yours is L1."));
        as(customer).get("/api/v1/doors/high").then().statusCode(200);
    }

    @Test
    void namesEachWrongField() {
        as(customer)
                .header("Idempotency-Key", "k1")
                .body("{\"name\":\"\",\"times\":0}")
                .post("/api/v1/doors/" + door + "/openings")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_REQUEST"))
                .body("fields.field", hasItems("name", "times"))
                .body("fields.code", hasItems("NOT_BLANK", "MIN"));
    }

    @ParameterizedTest
    @CsvSource({"en,must not be blank", "'zh-CN,en;q=0.5',不能为空", "fr,不能为空"})
    void saysWhatIsWrongWithAFieldInTheCallersLanguage(String accepted, String message) {
        refusal(accepted, "{\"name\":\"\",\"times\":1}").body("fields[0].message", equalTo(message));
    }

    @ParameterizedTest
    @CsvSource({"en,cannot be read", "zh-CN,无法识别"})
    void saysThatAFieldCannotBeReadInTheCallersLanguage(String accepted, String message) {
        refusal(accepted, "{\"name\":\"a\",\"times\":\"many\"}")
                .body("fields[0].code", equalTo("UNREADABLE"))
                .body("fields[0].message", equalTo(message));
    }

    private ValidatableResponse refusal(String accepted, String opening) {
        return given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .header("Accept-Language", accepted)
                .header("Idempotency-Key", "k6")
                .contentType(ContentType.JSON)
                .body(opening)
                .post("/api/v1/doors/" + door + "/openings")
                .then()
                .statusCode(400);
    }

    @Test
    void saysWhichFieldCannotBeRead() {
        as(customer)
                .header("Idempotency-Key", "k2")
                .body("{\"name\":\"a\",\"times\":\"many\"}")
                .post("/api/v1/doors/" + door + "/openings")
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("times"));
    }

    @Test
    void refusesAnUnknownField() {
        as(customer)
                .header("Idempotency-Key", "k3")
                .body("{\"name\":\"a\",\"times\":1,\"extra\":1}")
                .post("/api/v1/doors/" + door + "/openings")
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("extra"));
    }

    @Test
    void refusesWhatIsNotJson() {
        as(customer)
                .header("Idempotency-Key", "k4")
                .body("{")
                .post("/api/v1/doors/" + door + "/openings")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_JSON"));
    }

    // PostgreSQL knows no U+0000: neither in a text (22021) nor in a jsonb (22P05).
    @Test
    void refusesTextThatCannotBeKept() {
        as(customer)
                .header("Idempotency-Key", "k7")
                .urlEncodingEnabled(false)
                .body(BODY)
                .post("/api/v1/doors/a%00b/openings")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_REQUEST"));
        as(customer)
                .body("{\"name\":\"a\\u0000b\",\"times\":1}")
                .post("/api/v1/doors/said")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_REQUEST"));
    }

    @Test
    void answersUnknownAddressesAlike() {
        as(customer)
                .get("/api/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void answersOtherMethodsAndMediaTypes() {
        as(customer).delete("/api/v1/doors/me").then().statusCode(405).body("code", equalTo("METHOD_NOT_ALLOWED"));
        as(customer)
                .contentType(ContentType.TEXT)
                .body("x")
                .post("/api/v1/doors/" + door + "/openings")
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void asksToComeBackWhenTheDatabaseStopsInTheMiddle() {
        as(customer)
                .header("Idempotency-Key", "k5")
                .post("/api/v1/doors/cut")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("UNAVAILABLE"));
    }

    @Test
    void tellsNothingOfTheInside() {
        as(customer)
                .get("/api/v1/doors/broken")
                .then()
                .statusCode(500)
                .body("code", equalTo("INTERNAL"))
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }
}
