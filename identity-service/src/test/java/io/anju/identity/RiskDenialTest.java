package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An act that the rules deny: its person can appeal, and an officer can lift it for that person. */
@QuarkusTest
class RiskDenialTest extends RiskTestBase {

    private static final String NOTE = "{\"note\":\"Appealed; the customer came to the branch.\"}";

    private final String rule = "zz-denial-" + UUID.randomUUID();
    private final long amount = ThreadLocalRandom.current().nextLong(10_000, 1_000_000);

    @AfterEach
    void retire() {
        sql("UPDATE risk_rule SET state = 'RETIRED' WHERE name LIKE $1", rule + "%");
        renewed();
    }

    @Test
    void isShownWithTheWayToAppealLiftedAtOnceAndLetThroughOnceForThisPersonAlone() {
        var customer = person().bound();
        var another = person().bound();
        inForce("", "DENY");
        String denial = denied(customer);
        denied(another);
        assertEquals(denial, denied(customer), "the same asked again is the same denial");
        customer.request()
                .get("/api/v1/me/holds")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(denial))
                .body("items[0].state", equalTo("DENIED"))
                .body("items[0].appeal", equalTo("/api/v1/appeals"));

        liftedByTwo(denial)
                .then()
                .statusCode(200)
                .body("state", equalTo("RELEASED"))
                .body("rules", hasItem(rule));

        assertEquals(1, told("anju.risk.cleared.v1", customer));
        Response opened = prepay(customer, amount);
        prove(customer, opened).then().statusCode(200);
        denied(another);
        assertNotEquals(denial, denied(customer), "once");
    }

    @Test
    void isNotReleasedOrRefusedAndNotLiftedWithoutTheSecondKeyOrByAnybodyElse() {
        var customer = person().bound();
        inForce("", "DENY");
        String denial = denied(customer);

        decide(denial, "release").then().statusCode(409).body("code", equalTo("HOLD_DECIDED_ALREADY"));
        decide(denial, "refusal").then().statusCode(409).body("state", equalTo("DENIED"));
        TestStaff.post(officer(), "none", "/api/v1/staff/holds/" + denial + "/lifting", NOTE)
                .then()
                .statusCode(401);
        TestStaff.post(customer, "none", "/api/v1/staff/holds/" + denial + "/lifting", NOTE)
                .then()
                .statusCode(403);
        denied(customer);
        officer()
                .request()
                .queryParam("state", "DENIED")
                .queryParam("limit", 100)
                .get("/api/v1/staff/holds")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(denial));
    }

    @Test
    void aReleaseOfWhatWasHeldLiftsNoRuleThatDenies() {
        var customer = person().bound();
        inForce("", "HOLD");
        String hold = prepay(customer, amount)
                .then()
                .statusCode(403)
                .body("code", equalTo("RISK_HELD"))
                .extract()
                .path("id");
        decide(hold, "release").then().statusCode(200);
        retire();
        inForce("-harder", "DENY");
        sql("UPDATE risk_hold SET rules = $2 WHERE id = $1", UUID.fromString(hold), new String[] {rule + "-harder"});

        denied(customer);
    }

    @Test
    void aLiftingCoversNoLargerAmountAndNoOtherRule() {
        var customer = person().bound();
        inForce("", "DENY");
        liftedByTwo(denied(customer)).then().statusCode(200);
        inForce("-other", "DENY");

        String second = denied(customer);
        liftedByTwo(second).then().statusCode(200).body("rules", equalTo(List.of(rule + "-other")));
        prove(customer, prepay(customer, amount)).then().statusCode(200);
    }

    @Test
    void oneOfficerAloneLiftsNoDenialHoweverOften() {
        var customer = person().bound();
        inForce("", "DENY");
        String denial = denied(customer);

        decide(denial, "lifting")
                .then()
                .statusCode(200)
                .body("state", equalTo("DENIED"))
                .body("liftingProposedBy", equalTo(officer().id.toString()));
        decide(denial, "lifting").then().statusCode(403).body("code", equalTo("SECOND_PERSON_NEEDED"));
        denied(customer);
        assertEquals(0, told("anju.risk.cleared.v1", customer));

        // Seven days later the proposal is over, and another officer's word is the first one again.
        sql(
                "UPDATE risk_hold SET lift_proposed_at = lift_proposed_at - interval '7 days' WHERE id = $1",
                UUID.fromString(denial));
        decide(second(), denial, "lifting").then().statusCode(200).body("state", equalTo("DENIED"));
        decide(denial, "lifting").then().statusCode(200).body("state", equalTo("RELEASED"));
        assertEquals(1, told("anju.risk.cleared.v1", customer));
    }

    private void inForce(String suffix, String outcome) {
        sql("""
                INSERT INTO risk_rule (name, version, state, condition, outcome, reason_en, reason_zh, remedy_en, remedy_zh,
                                       documents_en, documents_zh)
                VALUES ($1, 1, 'LIVE', $2, $3, 'Because of a test.', '测试', 'Come to a branch.', '请到网点',
                        '{"Resident ID card"}', '{"居民身份证"}')""", rule + suffix, "amount == " + amount, outcome);
        renewed();
    }

    private void renewed() {
        sql("UPDATE risk_rule_set SET version = version + 1 WHERE $1 <> ''", rule);
    }

    private String denied(TestPerson customer) {
        return prepay(customer, amount)
                .then()
                .statusCode(403)
                .body("code", equalTo("RISK_DENIED"))
                .body("appeal", equalTo("/api/v1/appeals"))
                .extract()
                .path("id");
    }

    private TestPerson second() {
        return TestStaff.member(outside.url(), "zhou-code");
    }

    private Response liftedByTwo(String denial) {
        decide(denial, "lifting").then().statusCode(200).body("state", equalTo("DENIED"));
        return decide(second(), denial, "lifting");
    }

    private Response decide(String hold, String what) {
        return decide(officer(), hold, what);
    }

    private static Response decide(TestPerson officer, String hold, String what) {
        return TestStaff.act(officer, "risk.release", "/api/v1/staff/holds/" + hold + "/" + what, "", NOTE);
    }
}
