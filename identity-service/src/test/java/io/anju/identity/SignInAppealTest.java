package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.hold.AppealAnswers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody whose sign-in is stopped has no session, and is heard all the same. */
@QuarkusTest
class SignInAppealTest extends RiskTestBase {

    private static final String WORDS = "It was me, from a hotel in Xi'an " + UUID.randomUUID();
    private static final String NOTE = "{\"note\":\"Called back; it was the customer.\"}";

    @Inject
    AppealAnswers answers;

    private final String rule = "zz-sign-in-" + UUID.randomUUID();

    @AfterEach
    void retire() {
        sql("UPDATE risk_rule SET state = 'RETIRED' WHERE name = $1", rule);
        renewed();
    }

    @Test
    void whoIsDeniedAppealsWithACodeAndIsLetInOnceAnOfficerHasLiftedIt() {
        var customer = person().registered();
        String denial = stopped(customer, "DENY", "RISK_DENIED");

        appeal(customer, denial).then().statusCode(201).body("state", equalTo("DENIED"));

        assertEquals(1, alerts(denial, "OPEN"));
        assertEquals(
                0,
                count(
                        "SELECT count(*) FROM risk_hold WHERE id = $1 AND position(convert_to($2, 'UTF8') in appeal_sealed) > 0",
                        UUID.fromString(denial),
                        WORDS));
        officer()
                .request()
                .get("/api/v1/staff/holds/" + denial)
                .then()
                .statusCode(200)
                .body("appeal", equalTo(WORDS));
        lift(officer(), denial);
        assertEquals(0, answers(denial), "one officer has decided nothing");
        lift(TestStaff.member(outside.url(), "zhou-code"), denial);
        assertEquals(1, alerts(denial, "CLOSED"));
        assertTrue(toldOnce(customer, denial).contains("24小时内重新登录"));
        signIn(customer).then().statusCode(200);
        signIn(customer).then().statusCode(403);
    }

    @Test
    void whoIsHeldAppealsOnceAndTheAnswerSignsNobodyIn() {
        var customer = person().registered();
        String hold = stopped(customer, "HOLD", "RISK_HELD");

        appeal(customer, hold)
                .then()
                .statusCode(201)
                .body("state", equalTo("HELD"))
                .body("accessToken", nullValue());
        appeal(customer, hold).then().statusCode(409).body("code", equalTo("HOLD_APPEALED_ALREADY"));
        TestStaff.act(officer(), "risk.release", "/api/v1/staff/holds/" + hold + "/release", "", NOTE)
                .then()
                .statusCode(200);
        assertEquals(1, alerts(hold, "CLOSED"));
        toldOnce(customer, hold);
    }

    @Test
    void whoAppealedInVainIsToldOnceWithoutAWordOfWhatOrWhom() {
        var customer = person().registered();
        String denial = stopped(customer, "DENY", "RISK_DENIED");
        appeal(customer, denial).then().statusCode(201);
        String alert = officer()
                .request()
                .queryParam("state", "OPEN")
                .queryParam("limit", 100)
                .get("/api/v1/staff/alerts")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.reference == '" + denial + "' && it.kind == 'SIGN_IN_APPEALED' }.id");
        post(officer(), "/api/v1/staff/alerts/" + alert + "/assignment", "{}");
        post(
                officer(),
                "/api/v1/staff/alerts/" + alert + "/closing",
                "{\"finding\":\"NOT_EXPLAINED\",\"note\":\"It was not the customer.\"}");

        String text = toldOnce(customer, denial);

        assertTrue(text.contains("登录限制未解除"), text);
        assertFalse(text.contains("http"), text);
        assertFalse(text.matches("(?s).*\\d{3,}.*"), "no number of anybody or anything: " + text);
    }

    @Test
    void whoDidNotAppealIsToldNothingThere() {
        var customer = person().registered();
        String hold = stopped(customer, "HOLD", "RISK_HELD");

        TestStaff.act(officer(), "risk.release", "/api/v1/staff/holds/" + hold + "/release", "", NOTE)
                .then()
                .statusCode(200);

        assertEquals(0, answers(hold));
    }

    @Test
    void isToldLaterWhereTheGatewayWasAway() {
        var customer = person().registered();
        String hold = stopped(customer, "HOLD", "RISK_HELD");
        appeal(customer, hold).then().statusCode(201);
        String before = customer.newestSms();
        // Somebody has it in hand, and does not come back.
        sql("""
                INSERT INTO appeal_answer (hold_id, outcome, decided_at, next_at, attempts)
                VALUES ($1, 'RELEASED', now(), now() + interval '10 minutes', 1)""", UUID.fromString(hold));
        answers.round().await().indefinitely();
        assertEquals(before, customer.newestSms());

        sql("UPDATE appeal_answer SET next_at = now() WHERE hold_id = $1", UUID.fromString(hold));
        toldOnce(customer, hold);
    }

    private static void lift(TestPerson officer, String hold) {
        TestStaff.act(officer, "risk.release", "/api/v1/staff/holds/" + hold + "/lifting", "", NOTE)
                .then()
                .statusCode(200);
    }

    private static void post(TestPerson officer, String path, String body) {
        officer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
    }

    /** The text, once it is sent; further rounds send nothing more. */
    private String toldOnce(TestPerson customer, String hold) {
        Awaitility.await("the answer").until(() -> {
            answers.round().await().indefinitely();
            return count(
                            "SELECT count(*) FROM appeal_answer WHERE hold_id = $1 AND told_at IS NOT NULL",
                            UUID.fromString(hold))
                    == 1;
        });
        answers.round().await().indefinitely();
        assertEquals(1, customer.messages("申诉").size());
        return customer.newestSms();
    }

    private long answers(String hold) {
        return count("SELECT count(*) FROM appeal_answer WHERE hold_id = $1", UUID.fromString(hold));
    }

    @Test
    void anothersHoldIsAnsweredLikeOneThatIsNotThere() {
        var customer = person().registered();
        var another = person().registered();
        String hold = stopped(customer, "HOLD", "RISK_HELD");

        var others = appeal(another, hold).then().statusCode(404).extract().asString();
        var nobodys = appeal(another, UUID.randomUUID().toString())
                .then()
                .statusCode(404)
                .extract()
                .asString();

        assertEquals(others.replaceAll("traceId[^,}]*", ""), nobodys.replaceAll("traceId[^,}]*", ""));
        assertEquals(0, alerts(hold, "OPEN"));
    }

    @Test
    void aWrongCodeIsCountedAndHeardByNobody() {
        var customer = person().registered();
        String hold = stopped(customer, "HOLD", "RISK_HELD");
        String id = opened(customer);
        String right = customer.newestCode();

        appeal(id, right.equals("000000") ? "000001" : "000000", hold)
                .then()
                .statusCode(422)
                .body("code", equalTo("PROOF_WRONG"));
        assertEquals(0, alerts(hold, "OPEN"));
        appeal(id, right, hold).then().statusCode(201);
        appeal(id, right, hold).then().statusCode(409).body("code", equalTo("SIGN_IN_OVER"));
    }

    /** A rule stops the sign-ins of whoever registered so long ago: of this customer and of nobody else. */
    private String stopped(TestPerson customer, String outcome, String code) {
        sql("UPDATE customer SET registered_at = now() - interval '777 hours 30 minutes' WHERE id = $1", customer.id);
        sql("""
                INSERT INTO risk_rule (name, version, state, condition, outcome, reason_en, reason_zh, remedy_en, remedy_zh,
                                       documents_en, documents_zh)
                VALUES ($1, 1, 'LIVE', 'accountHours == 777', $2, 'Because of a test.', '测试', 'Come to a branch.', '请到网点',
                        '{"Resident ID card"}', '{"居民身份证"}')""", rule, outcome);
        renewed();
        return signIn(customer)
                .then()
                .statusCode(403)
                .body("code", equalTo(code))
                .extract()
                .path("id");
    }

    private void renewed() {
        sql("UPDATE risk_rule_set SET version = version + 1 WHERE $1 <> ''", rule);
    }

    private String opened(TestPerson customer) {
        return customer.openSignIn(Map.of("method", "SMS", "phone", customer.phone))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response signIn(TestPerson customer) {
        return customer.proveSignIn(opened(customer), "{\"code\":\"%s\"}".formatted(customer.newestCode()));
    }

    private Response appeal(TestPerson customer, String hold) {
        return appeal(opened(customer), customer.newestCode(), hold);
    }

    private static Response appeal(String id, String code, String hold) {
        return TestPerson.anonymous()
                .body(Map.of("code", code, "hold", hold, "text", WORDS))
                .post("/api/v1/sign-ins/" + id + "/appeal");
    }

    private long alerts(String hold, String state) {
        return count(
                "SELECT count(*) FROM risk_alert WHERE reference = $1 AND kind = 'SIGN_IN_APPEALED' AND state = $2",
                UUID.fromString(hold),
                state);
    }
}
