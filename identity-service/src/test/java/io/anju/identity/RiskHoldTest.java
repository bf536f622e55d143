package io.anju.identity;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An act that is held: what its person sees, and what officers do with it. */
@QuarkusTest
class RiskHoldTest extends RiskTestBase {

    private static final String NOTE = "{\"note\":\"Called back; it was the customer.\"}";

    @Test
    void isToldShownReleasedLiftedAtOnceAndLetThroughOnce() {
        var customer = suspect();
        String hold = heldId(customer, 1_000);
        seen(customer, hold, "HELD");
        assertEquals(1, told("anju.risk.held.v1", customer));
        assertEquals(1, count("SELECT count(*) FROM risk_alert WHERE reference = $1 AND state = 'OPEN'", id(hold)));

        decide(officer(), hold, "release")
                .then()
                .statusCode(200)
                .body("state", equalTo("RELEASED"))
                .body("rules", hasItem("repeated-failures"));

        seen(customer, hold, "RELEASED");
        assertEquals(1, told("anju.risk.cleared.v1", customer));
        assertEquals(1, count("SELECT count(*) FROM risk_alert WHERE reference = $1 AND state = 'CLOSED'", id(hold)));
        Response first = prepay(customer, 1_000);
        Response second = prepay(customer, 1_000);
        prove(customer, first).then().statusCode(200).body("verificationToken", notNullValue());
        prove(customer, second).then().statusCode(409).body("code", equalTo("HOLD_RELEASE_USED"));
        seen(customer, hold, "USED");
        suspect(customer);
        assertThat(heldId(customer, 1_000), not(equalTo(hold)));
    }

    @Test
    void theSameAskedAgainIsTheSameHoldAndAnotherAmountIsAnother() {
        var customer = suspect();
        String hold = heldId(customer, 1_000);

        assertEquals(hold, heldId(customer, 1_000));
        assertThat(heldId(customer, 1_001), not(equalTo(hold)));
        customer.request()
                .get("/api/v1/me/holds")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.state", everyItem(equalTo("HELD")))
                .body("items[0].reason", containsString("24 hours"));
    }

    @Test
    void aReleaseCoversNoLargerAmountAndNoOtherResource() {
        var customer = suspect();
        decide(officer(), heldId(customer, 1_000), "release").then().statusCode(200);

        prepay(customer, 1_001).then().statusCode(403).body("code", equalTo("RISK_HELD"));
        open(customer, "/api/v1/loans/" + UUID.randomUUID(), 1_000L).then().statusCode(403);
        prepay(customer, 999).then().statusCode(201);
    }

    @Test
    void aReleaseLiftsTheRuleItWasGivenForAndOfTwoBothAreNeeded() {
        var customer = suspect();
        decide(officer(), heldId(customer, 1_000), "release").then().statusCode(200);
        listDeviceOf(customer);

        String second = heldId(customer, 1_000);
        staffHold(second).then().body("rules", equalTo(List.of("listed-device")));
        decide(officer(), second, "release").then().statusCode(200);
        Response opened = prepay(customer, 1_000);
        prove(customer, opened).then().statusCode(200);
        assertEquals(2, count("SELECT count(*) FROM risk_hold WHERE person_id = $1 AND state = 'USED'", customer.id));
    }

    @Test
    void aRefusedOneIsShownWithTheWayToObjectAndStaysHeld() {
        var customer = suspect();
        String hold = heldId(customer, 1_000);
        decide(officer(), hold, "refusal").then().statusCode(200).body("state", equalTo("REFUSED"));

        customer.request()
                .get("/api/v1/verifications/" + hold)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("appeal", equalTo("/api/v1/appeals"));
        prepay(customer, 1_000).then().statusCode(403);
    }

    @Test
    void whatWasRefusedStaysHeldThoughNoRuleSpeaksAgainstItAnyMore() {
        var customer = suspect();
        String hold = refused(customer);
        unsuspect(customer);

        assertEquals(hold, heldId(customer, 1_000));
        assertEquals(hold, heldId(customer, 1));
        open(customer, "/api/v1/loans/" + UUID.randomUUID(), 1_000L).then().statusCode(201);
    }

    @Test
    void aRefusalCountsForThirtyDays() {
        var customer = suspect();
        String hold = refused(customer);
        unsuspect(customer);
        sql("UPDATE risk_hold SET decided_at = now() - interval '29 days' WHERE id = $1", id(hold));
        assertEquals(hold, heldId(customer, 1_000));

        sql("UPDATE risk_hold SET decided_at = now() - interval '31 days' WHERE id = $1", id(hold));
        prepay(customer, 1_000).then().statusCode(201);
    }

    @Test
    void aLaterReleaseOfTheSameOverrulesARefusal() {
        var customer = suspect();
        String first = refused(customer);
        String second = heldId(customer, 1_000);
        assertThat(second, not(equalTo(first)));
        decide(officer(), second, "release").then().statusCode(200);
        unsuspect(customer);

        assertEquals(first, heldId(customer, 1_001));
        prepay(customer, 1_000).then().statusCode(201);
    }

    @Test
    void anotherOfficerLiftsARefusalAndTheHoldSaysWhoHadRefused() {
        var customer = suspect();
        String hold = heldId(customer, 1_000);
        decide(zhou(), hold, "lifting").then().statusCode(409).body("code", equalTo("HOLD_NOT_REFUSED"));
        decide(officer(), hold, "refusal").then().statusCode(200);

        decide(officer(), hold, "lifting").then().statusCode(403).body("code", equalTo("HOLD_REFUSED_BY_ONESELF"));
        decide(zhou(), hold, "lifting").then().statusCode(200).body("state", equalTo("RELEASED"));

        prepay(customer, 1_000).then().statusCode(201);
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM risk_hold WHERE id = $1 AND refused_by = $2 AND decided_by = $3",
                        id(hold),
                        officer().id,
                        zhou().id));
    }

    private String refused(TestPerson customer) {
        String hold = heldId(customer, 1_000);
        decide(officer(), hold, "refusal").then().statusCode(200).body("state", equalTo("REFUSED"));
        return hold;
    }

    private TestPerson zhou() {
        return TestStaff.member(outside.url(), "zhou-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "refusal"})
    void twoOfficersAtOnceDecideOnce(String second) {
        var customer = suspect();
        String hold = heldId(customer, 1_000);
        var li = TestStaff.member(outside.url(), "li-code");
        var zhou = zhou();
        String resource = "/api/v1/staff/holds/" + hold;
        String tokenOfLi = li.verify("risk.release", resource + "/release", "identity-service", NOTE);
        String tokenOfZhou = zhou.verify("risk.release", resource + "/" + second, "identity-service", NOTE);

        List<Integer> answers = atOnce(List.of(
                () -> TestStaff.post(li, tokenOfLi, resource + "/release", NOTE),
                () -> TestStaff.post(zhou, tokenOfZhou, resource + "/" + second, NOTE)));

        assertEquals(List.of(200, 409), answers.stream().sorted().toList());
        assertEquals(1, told("anju.risk.cleared.v1", customer));
    }

    /** A page that shows one decision and posts the other. */
    @Test
    void whatWasTouchedForARefusalReleasesNothing() {
        String hold = heldId(suspect(), 1_000);
        var officer = officer();
        String resource = "/api/v1/staff/holds/" + hold;
        String refusal = officer.verify("risk.release", resource + "/refusal", "identity-service", NOTE);

        for (String other : List.of("release", "lifting")) {
            TestStaff.post(officer, refusal, resource + "/" + other, NOTE)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("VERIFICATION_MISMATCH"))
                    .body("what", equalTo("resource"));
        }
        staffHold(hold).then().body("state", equalTo("HELD"));
    }

    @Test
    void aRepeatedReleaseWithTheSameKeyIsAnsweredAlike() {
        var customer = suspect();
        var officer = officer();
        String resource = "/api/v1/staff/holds/" + heldId(customer, 1_000);
        String token = officer.verify("risk.release", resource + "/release", "identity-service", NOTE);
        var key = UUID.randomUUID();

        for (int i = 0; i < 2; i++) {
            officer.request()
                    .header("Verification-Token", token)
                    .header("Idempotency-Key", key)
                    .body(NOTE)
                    .post(resource + "/release")
                    .then()
                    .statusCode(200);
        }
        assertEquals(1, told("anju.risk.cleared.v1", customer));
    }

    @Test
    void opensToNobodyElseAndNotWithoutTheSecondKey() {
        var customer = suspect();
        String hold = heldId(customer, 1_000);
        var officer = officer();

        person().registered()
                .request()
                .get("/api/v1/verifications/" + hold)
                .then()
                .statusCode(404);
        officer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(NOTE)
                .post("/api/v1/staff/holds/" + hold + "/release")
                .then()
                .statusCode(401);
        staffHold(hold).then().statusCode(200).body("state", equalTo("HELD"));
        staffHold(UUID.randomUUID().toString()).then().statusCode(404);
    }

    /** A customer on whose device proofs were wrong eight times. */
    private TestPerson suspect() {
        return suspect(person().bound());
    }

    private TestPerson suspect(TestPerson customer) {
        failOnTheirDevices(customer, 8);
        return customer;
    }

    private void unsuspect(TestPerson customer) {
        sql(
                "DELETE FROM risk_failure WHERE trace IN (SELECT device_hash FROM session WHERE person_id = $1)",
                customer.id);
    }

    private Response staffHold(String hold) {
        return officer().request().get("/api/v1/staff/holds/" + hold);
    }

    private static Response decide(TestPerson officer, String hold, String what) {
        return TestStaff.act(officer, "risk.release", "/api/v1/staff/holds/" + hold + "/" + what, "", NOTE);
    }

    private void listDeviceOf(TestPerson customer) {
        sql("""
                INSERT INTO risk_listed (trace, kind, reason, added_by, added_at, until)
                SELECT device_hash, 'DEVICE', 'seen in a fraud', $1::uuid, now(), now() + interval '1 day'
                FROM session WHERE person_id = $1""", customer.id);
    }

    private String heldId(TestPerson customer, long amount) {
        return prepay(customer, amount)
                .then()
                .statusCode(403)
                .body("code", equalTo("RISK_HELD"))
                .body("documents", hasItem("Resident ID card"))
                .body("appeal", equalTo("/api/v1/appeals"))
                .extract()
                .path("id");
    }

    private static void seen(TestPerson customer, String hold, String state) {
        customer.request()
                .get("/api/v1/verifications/" + hold)
                .then()
                .statusCode(200)
                .body("state", equalTo(state))
                .body("act", equalTo("repayment.prepay"))
                .body("reason", containsString("24 hours"))
                .body("remedy", containsString("branch"))
                .body("documents", hasItem("Resident ID card"));
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
