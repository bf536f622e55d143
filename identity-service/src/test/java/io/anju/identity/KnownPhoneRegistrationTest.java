package io.anju.identity;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Whoever registers a phone that has an account comes in by the door of the sign-in, or not at all. */
@QuarkusTest
class KnownPhoneRegistrationTest extends RiskTestBase {

    private final String address = "198.18." + byteOfAddress() + "." + byteOfAddress();

    @Test
    void isAskedForThePasskeyWhereASignInIs() {
        var customer = person().bound();
        String listing = listAddressOf(customer);
        String registration = openAgain(customer);

        TestPerson.proveRegistration(from(address), registration, TestPerson.registrationProof(customer.newestCode()))
                .then()
                .statusCode(403)
                .body("code", equalTo("SIGN_IN_NEEDS_PASSKEY"));
        unlist(listing).then().statusCode(204);
        assertEquals(1, sessionsOf(customer));
    }

    @Test
    void isHeldOnAListedDeviceAndLooksLikeAHeldSignIn() {
        var customer = person().registered();
        String device = UUID.randomUUID().toString();
        again(customer, device).then().statusCode(201);
        sql("""
                INSERT INTO risk_listed (trace, kind, reason, added_by, added_at, until)
                SELECT device_hash, 'DEVICE', 'seen in a fraud', person_id, now(), now() + interval '1 day'
                FROM session WHERE person_id = $1 AND device_hash IS NOT NULL""", customer.id);

        String hold = again(customer, device)
                .then()
                .statusCode(403)
                .body("code", equalTo("RISK_HELD"))
                .body("reason", containsString("fraud"))
                .body("documents", hasItem("Resident ID card"))
                .body("appeal", equalTo("/api/v1/appeals"))
                .extract()
                .path("id");
        assertEquals(2, sessionsOf(customer));
        assertEquals(1, told("anju.risk.held.v1", customer));
        assertEquals(1, count("SELECT count(*) FROM risk_alert WHERE reference = $1", UUID.fromString(hold)));
    }

    @Test
    void hasUsedUpItsCodeWhenItIsStopped() {
        var customer = person().bound();
        String listing = listAddressOf(customer);
        String registration = openAgain(customer);
        var proof = TestPerson.registrationProof(customer.newestCode());
        TestPerson.proveRegistration(from(address), registration, proof).then().statusCode(403);

        TestPerson.proveRegistration(TestPerson.anonymous(), registration, proof)
                .then()
                .statusCode(409)
                .body("code", equalTo("REGISTRATION_COMPLETED_ALREADY"));
        unlist(listing).then().statusCode(204);
    }

    @Test
    void isDecidedByRulesThatSeeTheFailuresBeforeTheRightCodeClearsThem() {
        var customer = person().registered();
        sql(
                "INSERT INTO failure_count (subject, failures, last_failed_at) VALUES ($1, 2, now() - interval '1 hour')",
                "person:" + customer.id);

        again(customer, UUID.randomUUID().toString()).then().statusCode(201);

        assertEquals(1, decisionsWith(customer, "{\"act\": \"sign-in\", \"failures24h\": 2}"));
        assertEquals(0, count("SELECT count(*) FROM failure_count WHERE subject = $1", "person:" + customer.id));
        assertEquals(1, count("SELECT count(*) FROM risk_history WHERE person_id = $1", customer.id));
        assertEquals(1, count("SELECT count(*) FROM risk_sighting WHERE person_id = $1", customer.id));
    }

    @Test
    void tellsTheOwnerOfADeviceThatIsNewToTheAccount() {
        var customer = person().registered();

        again(customer, UUID.randomUUID().toString()).then().statusCode(201);

        assertThat(customer.newestSms(), containsString("新设备"));
        assertEquals(1, newDeviceAlerts(customer));
    }

    @Test
    void tellsNobodyOfTheDeviceThatOpensAnAccount() {
        var customer = person();
        String registration = customer.openRegistration();
        var proof = on(UUID.randomUUID().toString(), customer.newestCode());

        customer.hold(TestPerson.proveRegistration(TestPerson.anonymous(), registration, proof)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath());

        assertThat(customer.newestSms(), not(containsString("新设备")));
        assertEquals(0, newDeviceAlerts(customer));
    }

    @Test
    void isKnownAlsoToTheSecondOfTwoRegistrationsAtOnce() {
        var customer = person();
        String one = openAgain(customer);
        var proofOfOne = TestPerson.registrationProof(customer.newestCode());
        String other = openAgain(customer);
        var proofOfOther = TestPerson.registrationProof(customer.newestCode());

        assertEquals(
                List.of(201, 201),
                atOnce(List.of(
                        () -> TestPerson.proveRegistration(TestPerson.anonymous(), one, proofOfOne),
                        () -> TestPerson.proveRegistration(TestPerson.anonymous(), other, proofOfOther))));

        assertEquals(1, count("""
                        SELECT count(*) FROM risk_decision WHERE act = 'sign-in'
                            AND person_id = (SELECT customer_id FROM registration WHERE id = $1)""", UUID.fromString(one)));
    }

    @Test
    void countsWrongCodesForTheAddressWhoeverHasThePhone() {
        wrongCodeFrom(address, person());
        wrongCodeFrom(address, person().registered());
        var other = person().bound();

        openFrom(other, address);

        assertEquals(1, decisionsWith(other, "{\"act\": \"repayment.prepay\", \"failuresAddress24h\": 2}"));
    }

    @Test
    void answersAWrongCodeAlikeWhetherThePhoneIsKnownOrNot() {
        assertEquals(wrongCodeFrom(address, person()), wrongCodeFrom(address, person().registered()));
    }

    /** From there, whoever has a passkey is let in with nothing less. */
    private String listAddressOf(TestPerson customer) {
        return list("ADDRESS", openFrom(customer, address))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What is answered, without what differs from one request to the next. */
    private Map<String, Object> wrongCodeFrom(String address, TestPerson person) {
        String registration = openAgain(person);
        String wrong = person.newestCode().equals("000000") ? "111111" : "000000";
        Map<String, Object> answer = TestPerson.proveRegistration(
                        from(address), registration, TestPerson.registrationProof(wrong))
                .then()
                .statusCode(422)
                .extract()
                .jsonPath()
                .getMap("");
        answer.remove("traceId");
        answer.remove("instance");
        return answer;
    }

    /** Registers a phone that has an account. */
    private Response again(TestPerson customer, String device) {
        String registration = openAgain(customer);
        return TestPerson.proveRegistration(TestPerson.anonymous(), registration, on(device, customer.newestCode()));
    }

    /** One code a minute: the last one was sent a while ago. */
    private String openAgain(TestPerson customer) {
        sql("UPDATE sms_code SET sent_at = sent_at - interval '2 minutes'");
        return customer.openRegistration();
    }

    private static Map<String, Object> on(String device, String code) {
        var proof = new HashMap<>(TestPerson.registrationProof(code));
        proof.put("device", Map.of("id", device));
        return proof;
    }

    private long sessionsOf(TestPerson customer) {
        return count("SELECT count(*) FROM session WHERE person_id = $1", customer.id);
    }

    private long newDeviceAlerts(TestPerson customer) {
        return count("""
                SELECT count(*) FROM outbox_event WHERE type = 'anju.risk.alerted.v1' AND subject = $1
                    AND data::jsonb ->> 'kind' = 'NEW_DEVICE'""", customer.id.toString());
    }

    private static int byteOfAddress() {
        return ThreadLocalRandom.current().nextInt(256);
    }
}
