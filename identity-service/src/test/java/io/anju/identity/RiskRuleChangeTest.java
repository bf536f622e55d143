package io.anju.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.http.Digests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules changed while the service runs. */
@QuarkusTest
class RiskRuleChangeTest extends IdentityTestBase {

    private static final String RULES = "/api/v1/staff/rules";

    private final String name = "test-" + UUID.randomUUID();

    /** Only this test's requests have this amount. */
    private final long amount = ThreadLocalRandom.current().nextLong(1_000, 40_000_000);

    private TestPerson li = new TestPerson("");
    private TestPerson zhou = new TestPerson("");

    @BeforeEach
    void officers() {
        li = TestStaff.member(outside.url(), "li-code");
        zhou = TestStaff.member(outside.url(), "zhou-code");
    }

    @AfterEach
    void othersDoNotMeetTheRules() {
        sql("UPDATE risk_rule SET state = 'RETIRED' WHERE name = $1", name);
        sql("UPDATE risk_rule_set SET version = version + 1 WHERE $1 <> ''", name);
    }

    @Test
    void isProposedTriedApprovedByAnotherInForceAtOnceAndRolledBackInOneCall() {
        var customer = person().bound();
        String rule = proposed("amount == " + amount, "HOLD");
        String asked = changePlan(customer).then().statusCode(201).extract().path("id");
        assertEquals(1, decisions(customer, "shadow @> '[\"" + name + "@1\"]' AND outcome = 'ALLOW'"));

        approve(zhou, rule).then().statusCode(409).body("code", equalTo("RULE_NOT_TRIED"));
        tryOut(rule)
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("fired", equalTo(1))
                .body("changed", equalTo(1))
                .body("changes", hasSize(1))
                .body("changes[0].decision", equalTo(asked))
                .body("changes[0].before", equalTo("ALLOW"))
                .body("changes[0].after", equalTo("HOLD"));
        approve(li, rule).then().statusCode(403).body("code", equalTo("RULE_APPROVED_BY_PROPOSER"));
        approve(zhou, rule)
                .then()
                .statusCode(200)
                .body("state", equalTo("LIVE"))
                .body("proposedBy", equalTo(li.id.toString()))
                .body("approvedBy", equalTo(zhou.id.toString()));

        changePlan(customer).then().statusCode(403).body("reason", equalTo("Because of a test."));
        assertEquals(1, decisions(customer, "rules @> '[\"" + name + "@1\"]' AND outcome = 'HOLD'"));
        rollBack(li, rule).then().statusCode(200).body("state", equalTo("ROLLED_BACK"));
        changePlan(customer).then().statusCode(201);
        rollBack(li, rule).then().statusCode(409).body("code", equalTo("RULE_NOT_LIVE"));
    }

    @Test
    void rollingBackPutsTheVersionBeforeInItsPlace() {
        var customer = person().bound();
        live("amount == " + amount, "HOLD");
        String second = live("amount == " + amount, "DENY");
        changePlan(customer).then().statusCode(403).body("code", equalTo("RISK_DENIED"));

        rollBack(zhou, second).then().statusCode(200).body("version", equalTo(2));

        changePlan(customer).then().statusCode(403).body("code", equalTo("RISK_HELD"));
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM risk_rule WHERE name = $1 AND version = 1 AND state = 'LIVE' AND ended_at IS NULL",
                        name));
    }

    @Test
    void aTextThatIsNoConditionIsRefusedWithItsPlace() {
        propose("newDevice &&\n wealth > 3", "HOLD")
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("condition"))
                .body("fields[0].code", equalTo("NOT_A_CONDITION"))
                .body("fields[0].message", containsString("line 2, column 2"))
                .body("fields[0].message", containsString("wealth"));
        propose("amount + 1", "HOLD").then().statusCode(400);
        propose("withdrawals > 0", "HOLD").then().statusCode(400);
        propose("x".repeat(1001), "HOLD").then().statusCode(400);
        propose("true", "EXPLODE").then().statusCode(400);
        assertEquals(0, count("SELECT count(*) FROM risk_rule WHERE name = $1", name));
    }

    @Test
    void proposingAndRejectingTakeTheSecondKeyForThisVeryBodyAndRule() {
        String body = proposal("amount == " + amount, "HOLD");
        assertEquals(401, TestStaff.post(li, "none", RULES, body).statusCode());
        String token = li.verify("rule.change", RULES, "identity-service", body);
        TestStaff.post(li, token, RULES, proposal("amount == " + amount, "ALLOW"))
                .then()
                .statusCode(403)
                .body("code", equalTo("VERIFICATION_MISMATCH"));
        assertEquals(0, count("SELECT count(*) FROM risk_rule WHERE name = $1", name));
        String rule = TestStaff.post(li, token, RULES, body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        String forTheCollection = li.verify("rule.change", RULES, "identity-service", "");
        assertEquals(401, post(li, rule, "rejection", "none").statusCode());
        assertEquals(403, post(li, rule, "rejection", forTheCollection).statusCode());
        reject(li, rule).then().statusCode(200).body("state", equalTo("REJECTED"));
    }

    /** A page that shows one decision and posts the other. */
    @Test
    void whatWasTouchedForOneDecisionOpensNoOther() {
        String rule = proposed("amount == " + amount, "HOLD");
        tryOut(rule).then().statusCode(200);
        String rejection = zhou.verify("rule.change", RULES + "/" + rule + "/rejection", "identity-service", "");

        for (String other : List.of("approval", "rollback")) {
            post(zhou, rule, other, rejection)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("VERIFICATION_MISMATCH"))
                    .body("what", equalTo("resource"));
        }
        post(zhou, rule, "rejection", rejection).then().statusCode(200).body("state", equalTo("REJECTED"));
    }

    @Test
    void oneChangeOfARuleAtATime() {
        String first = proposed("amount == " + amount, "HOLD");
        propose("amount == " + amount, "DENY").then().statusCode(409).body("code", equalTo("RULE_CHANGE_UNDER_WAY"));

        reject(zhou, first).then().statusCode(200).body("state", equalTo("REJECTED"));
        propose("amount == " + amount, "DENY").then().statusCode(201).body("version", equalTo(2));
        approve(zhou, first).then().statusCode(409).body("code", equalTo("RULE_NOT_PROPOSED"));
        tryOut(first).then().statusCode(409);
    }

    @Test
    void approvingAndRejectingAtOnceOneOfThemHolds() {
        String rule = proposed("amount == " + amount, "HOLD");
        tryOut(rule).then().statusCode(200);
        String token = zhou.verify("rule.change", RULES + "/" + rule + "/approval", "identity-service", "");

        try (var threads = Executors.newFixedThreadPool(2)) {
            var approval = CompletableFuture.supplyAsync(
                    () -> post(zhou, rule, "approval", token).statusCode(), threads);
            var rejection = CompletableFuture.supplyAsync(() -> reject(li, rule).statusCode(), threads);
            assertEquals(
                    List.of(200, 409),
                    List.of(approval.join(), rejection.join()).stream().sorted().toList());
        }
    }

    @Test
    void aChangeMadeOnAnotherReplicaIsInForceWithTheNextDecision() {
        var customer = person().bound();
        changePlan(customer).then().statusCode(201);

        sql("""
                INSERT INTO risk_rule (name, version, state, condition, outcome, reason_en, reason_zh, remedy_en, remedy_zh,
                                       documents_en, documents_zh)
                VALUES ($1, 1, 'LIVE', $2, 'DENY', 'r', 'r', 'r', 'r', '{}', '{}')""", name, "amount == " + amount);
        sql("UPDATE risk_rule_set SET version = version + 1 WHERE $1 <> ''", name);

        changePlan(customer).then().statusCode(403).body("code", equalTo("RISK_DENIED"));
    }

    @Test
    void aRuleThatCannotBeEvaluatedShutsNobodyOutAndIsNoted() {
        var customer = person().bound();
        String rule = proposed("amount == " + amount + " && amount / (hour - hour) > 0", "DENY");
        changePlan(customer).then().statusCode(201);
        tryOut(rule).then().body("broken", equalTo(1)).body("changes[0].after", equalTo("STRONGER_METHOD"));
        approve(zhou, rule).then().statusCode(200);

        String id = changePlan(customer)
                .then()
                .statusCode(201)
                .body("methods", contains("PASSKEY"))
                .extract()
                .path("id");

        zhou.request()
                .get("/api/v1/staff/risk-decisions/" + id)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("STRONGER_METHOD"))
                .body("broken", contains(name + "@1"))
                .body("rules", hasItem("high-score@1"))
                .body("signals.amount", equalTo((int) amount))
                .body("score", equalTo(0));
    }

    @Test
    void aRuleOfTheBeginningHasNothingBehindIt() {
        String id = zhou.request()
                .queryParam("state", "LIVE")
                .queryParam("limit", 100)
                .get(RULES)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.name == 'high-score' }.id");

        rollBack(zhou, id).then().statusCode(409).body("code", equalTo("RULE_NOTHING_BEFORE"));
    }

    @Test
    void listsByPageAndNamesTheWordsOfConditions() {
        proposed("amount == " + amount, "HOLD");
        Response first = zhou.request().queryParam("limit", 1).get(RULES);
        String name =
                first.then().statusCode(200).body("items", hasSize(1)).extract().path("items[0].name");
        zhou.request()
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("next"))
                .get(RULES)
                .then()
                .statusCode(200)
                .body("items[0].id", not(equalTo(first.<String>path("items[0].id"))));
        assertEquals("failures-ask-more", name);
        zhou.request()
                .queryParam("limit", 100)
                .get(RULES + "/variables")
                .then()
                .body("items.word", hasItem("failures24h"))
                .body("items.word", hasItem("score"))
                .body("next", nullValue());
        zhou.request().queryParam("cursor", "Zm9v").get(RULES).then().statusCode(400);
    }

    private String live(String condition, String outcome) {
        String rule = proposed(condition, outcome);
        tryOut(rule).then().statusCode(200);
        approve(zhou, rule).then().statusCode(200);
        return rule;
    }

    private String proposed(String condition, String outcome) {
        return propose(condition, outcome)
                .then()
                .statusCode(201)
                .body("state", equalTo("SHADOW"))
                .extract()
                .path("id");
    }

    private Response propose(String condition, String outcome) {
        return TestStaff.act(li, "rule.change", RULES, "", proposal(condition, outcome));
    }

    private String proposal(String condition, String outcome) {
        return new JsonObject()
                .put("name", name)
                .put("condition", condition)
                .put("outcome", outcome)
                .put("reason", Map.of("en", "Because of a test.", "zh", "测试。"))
                .put("remedy", Map.of("en", "Wait.", "zh", "请稍候。"))
                .put("documents", List.of())
                .encode();
    }

    private Response tryOut(String rule) {
        return li.request().post(RULES + "/" + rule + "/back-tests");
    }

    private static Response approve(TestPerson officer, String rule) {
        return TestStaff.act(officer, "rule.change", RULES + "/" + rule + "/approval", "", "");
    }

    private static Response rollBack(TestPerson officer, String rule) {
        return TestStaff.act(officer, "rule.change", RULES + "/" + rule + "/rollback", "", "");
    }

    private static Response post(TestPerson officer, String rule, String step, String token) {
        return TestStaff.post(officer, token, RULES + "/" + rule + "/" + step, "");
    }

    private static Response reject(TestPerson officer, String rule) {
        return TestStaff.act(officer, "rule.change", RULES + "/" + rule + "/rejection", "", "");
    }

    private Response changePlan(TestPerson customer) {
        return customer.request()
                .body(Map.of(
                        "act",
                        "repayment.plan-change",
                        "resource",
                        "/api/v1/loans/" + UUID.randomUUID(),
                        "audience",
                        "repayment-service",
                        "bodySha256",
                        Digests.sha256("{}"),
                        "details",
                        Map.of("amount", amount)))
                .post("/api/v1/verifications");
    }

    private long decisions(TestPerson customer, String condition) {
        return count("SELECT count(*) FROM risk_decision WHERE person_id = $1 AND " + condition, customer.id);
    }
}
