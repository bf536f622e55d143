package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.anju.kit.http.Digests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RegistrationTest extends IdentityTestBase {

    @Test
    void signsThePersonInAtLevelOne() {
        var customer = person();

        customer.proveRegistration(customer.openRegistration(), customer.newestCode())
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("level", equalTo("L1"))
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(600));
    }

    @Test
    void publishesTheNoticeWithItsOwnHash() {
        JsonPath notice = given().get("/api/v1/privacy-notices/current").jsonPath();

        assertEquals(Digests.sha256(notice.getString("text")), notice.getString("sha256"));
    }

    @Test
    void keepsWhichNoticeWasAcceptedAndWhen() {
        var customer = person().registered();

        assertEquals(1, count("SELECT count(*) FROM notice_acceptance WHERE customer_id = $1", customer.id));
    }

    @Test
    void answersAlikeWhetherThePhoneIsKnownOrNot() {
        var known = person().registered();
        sql("UPDATE sms_code SET sent_at = sent_at - interval '2 minutes'");

        Set<String> unknownAnswer = open(person()).getMap("").keySet().stream()
                .map(Object::toString)
                .collect(java.util.stream.Collectors.toSet());
        Set<String> knownAnswer = open(known).getMap("").keySet().stream()
                .map(Object::toString)
                .collect(java.util.stream.Collectors.toSet());

        assertEquals(unknownAnswer, knownAnswer);
    }

    private static JsonPath open(TestPerson person) {
        return TestPerson.anonymous()
                .body(Map.of("phone", person.phone))
                .post("/api/v1/registrations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    @Test
    void leadsAKnownPhoneToItsOwnAccount() {
        var first = person().registered();
        sql("UPDATE sms_code SET sent_at = sent_at - interval '2 minutes'");
        var again = personWith(first.phone).registered();

        assertEquals(first.id, again.id);
        assertNotEquals(first.refreshToken, again.refreshToken);
    }

    @Test
    void countsWrongCodesAndKeepsTheCount() {
        var customer = person();
        String registration = customer.openRegistration();
        String wrong = customer.newestCode().equals("000000") ? "111111" : "000000";

        customer.proveRegistration(registration, wrong)
                .then()
                .statusCode(422)
                .body("code", equalTo("PROOF_WRONG"))
                .body("triesLeft", equalTo(4));
        customer.proveRegistration(registration, wrong).then().statusCode(422).body("triesLeft", equalTo(3));
    }

    @Test
    void slowsDownAfterSomeFailures() {
        var customer = person();
        String registration = customer.openRegistration();
        String wrong = customer.newestCode().equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 3; i++) {
            customer.proveRegistration(registration, wrong).then().statusCode(422);
        }
        // Nine failures wait a minute: long enough for the slowest machine to ask again too early.
        sql(
                "UPDATE failure_count SET failures = 9, last_failed_at = now() WHERE subject LIKE 'phone:%' AND failures = 3");

        customer.proveRegistration(registration, customer.newestCode())
                .then()
                .statusCode(429)
                .body("code", equalTo("SLOWED_DOWN"));
    }

    @Test
    void asksForTheNoticeThatIsInForceAndLeavesTheCodeGood() {
        var customer = person();
        String registration = customer.openRegistration();

        customer.proveRegistration(registration, customer.newestCode(), "2020-01-01", "x")
                .then()
                .statusCode(409)
                .body("code", equalTo("PRIVACY_NOTICE_NOT_CURRENT"));
        customer.proveRegistration(registration, customer.newestCode()).then().statusCode(201);
    }

    @Test
    void completesOnce() {
        var customer = person();
        String registration = customer.openRegistration();
        String code = customer.newestCode();
        customer.proveRegistration(registration, code).then().statusCode(201);

        customer.proveRegistration(registration, code)
                .then()
                .statusCode(409)
                .body("code", equalTo("REGISTRATION_COMPLETED_ALREADY"));
    }

    @Test
    void sendsOneCodeAMinute() {
        var customer = person();
        customer.openRegistration();

        TestPerson.anonymous()
                .body(Map.of("phone", customer.phone))
                .post("/api/v1/registrations")
                .then()
                .statusCode(429)
                .body("code", equalTo("SMS_SENT_JUST_NOW"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "1390000000", "phone"})
    void namesAMalformedPhone(String phone) {
        TestPerson.anonymous()
                .body(Map.of("phone", phone))
                .post("/api/v1/registrations")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"))
                .body("fields[0].field", matchesPattern(".*phone"));
    }

    @Test
    void saysThatTheGatewayIsAway() {
        TestPerson.anonymous()
                .body(Map.of("phone", "19900000503"))
                .post("/api/v1/registrations")
                .then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("\\d+"));
    }
}
