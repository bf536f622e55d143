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

import io.anju.kit.http.Digests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An act that is held: what its person sees, and what officers do with it. */
@QuarkusTest
class RiskHoldTest extends IdentityTestBase {

    private static final String NOTE = "{\"note\":\"Called back; it was the customer.\"}";
    private static final String BODY = "{\"quote\":\"q\"}";

    private final String loan = "/api/v1/loans/" + UUID.randomUUID();

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
                .body("appeal", equalTo("/api/v1/complaints"));
        prepay(customer, 1_000).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "refusal"})
    void twoOfficersAtOnceDecideOnce(String second) {
        var customer = suspect();
        String hold = heldId(customer, 1_000);
        var li = TestStaff.member(outside.url(), "li-code");
        var zhou = TestStaff.member(outside.url(), "zhou-code");
        String resource = "/api/v1/staff/holds/" + hold;
        String tokenOfLi = li.verify("risk.release", resource, "identity-service", NOTE);
        String tokenOfZhou = zhou.verify("risk.release", resource, "identity-service", NOTE);

        List<Integer> answers = atOnce(List.of(
                () -> TestStaff.post(li, tokenOfLi, resource + "/release", NOTE),
                () -> TestStaff.post(zhou, tokenOfZhou, resource + "/" + second, NOTE)));

        assertEquals(List.of(200, 409), answers.stream().sorted().toList());
        assertEquals(1, told("anju.risk.cleared.v1", customer));
    }

    @Test
    void aRepeatedReleaseWithTheSameKeyIsAnsweredAlike() {
        var customer = suspect();
        var officer = officer();
        String resource = "/api/v1/staff/holds/" + heldId(customer, 1_000);
        String token = officer.verify("risk.release", resource, "identity-service", NOTE);
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

    @Test
    void whatIsLargeOrStrangeShowsInTheSignalsOfTheDecision() {
        var customer = person().bound();
        prove(customer, prepay(customer, 1_000)).then().statusCode(200);
        age(customer);

        open(customer, loan, 5_000L);

        assertEquals(1, count("""
                        SELECT count(*) FROM risk_decision WHERE person_id = $1 AND outcome = 'STRONGER_METHOD'
                            AND signals @> '{"amount": 5000, "amountProven": false, "amountPercentOfLargest": 500,
                                             "newDevice": true, "largeAmount": 50000000, "movesMoney": true}'
                            AND fired @> '["new-device@2"]' AND rules @> '["high-score@1"]' AND reason_zh <> ''
                            AND score = (SELECT sum(value::int) FROM jsonb_each_text(contributions))
                            AND contributions @> '{"newDevice": 15, "moreThanUsual": 10}'""", customer.id));
    }

    @Test
    void anAmountInTheBodyIsProvenAndAnotherOneBesideItRefused() {
        var customer = person().bound();
        String body = "{\"amount\":7000}";

        ask(customer, loan, body, Map.of("body", body, "details", Map.of("amount", 7000)))
                .then()
                .statusCode(201);
        ask(customer, loan, body, Map.of("body", body, "details", Map.of("amount", 6999)))
                .then()
                .statusCode(400)
                .body("fields[0].code", equalTo("AMOUNT_DIFFERS"));
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM risk_decision WHERE person_id = $1 AND signals @> '{\"amount\": 7000, \"amountProven\": true}'",
                        customer.id));
    }

    @Test
    void anotherNetworkIsANewPlaceForAnAccountThatKnowsOthersLonger() {
        var customer = person().bound();
        prove(customer, prepay(customer, 1_000)).then().statusCode(200);
        age(customer);

        openFrom(customer, "203.0.113.7");
        openFrom(customer, "127.0.0.9");

        assertEquals(1, decisionsWith(customer, "{\"newPlace\": true}"));
        assertEquals(1, decisionsWith(customer, "{\"newPlace\": false, \"newDevice\": true}"));
    }

    @Test
    void failedProofsCountForTheirAddressWhoeverWasMeant() {
        String address = "198.51.100." + (1 + (int) (Math.random() * 250));
        var one = person().registered();
        wrongCodeFrom(one, address);
        wrongCodeFrom(person().registered(), address);

        var other = person().bound();
        openFrom(other, address);

        assertEquals(1, decisionsWith(other, "{\"failures24h\": 0, \"failuresAddress24h\": 2}"));
    }

    @Test
    void acceptsNoPlainCodeOnAListedNetworkFromWhoHasAPasskey() {
        var customer = person().bound();
        String address = "192.0.2." + (1 + (int) (Math.random() * 250));
        String decision = openFrom(customer, address);
        list("DEVICE", decision).then().statusCode(409).body("code", equalTo("DECISION_WITHOUT_TRACE"));
        String listing =
                list("ADDRESS", decision).then().statusCode(201).extract().path("id");
        list("ADDRESS", decision).then().statusCode(201).body("id", equalTo(listing));

        signInFrom(customer, address).then().statusCode(403).body("code", equalTo("SIGN_IN_NEEDS_PASSKEY"));
        signInFrom(person().registered(), address).then().statusCode(200);
        unlist(listing).then().statusCode(204);
        unlist(listing).then().statusCode(404);
        openFrom(customer, address);
        assertEquals(1, decisionsWith(customer, "{\"listedAddress\": true}"));
    }

    /** The same request twice, between them everything by which a customer leaves: nothing that is known differs. */
    @Test
    void leavingChangesNothingThatIsKnownOfACustomer() {
        var customer = person().bound();
        age(customer);
        prepay(customer, 1_000);
        leave(customer);
        prepay(customer, 1_000);

        assertEquals(1, count("""
                        SELECT count(DISTINCT (signals - 'acts1h' - 'acts24h', score, contributions, fired, outcome))
                        FROM risk_decision WHERE person_id = $1 AND act = 'repayment.prepay'""", customer.id));
        assertEquals(
                List.of(1L, 2L),
                List.of(
                        count("SELECT count(*) FROM risk_decision WHERE person_id = $1 AND NOT counted", customer.id)
                                / 3,
                        count("""
                                SELECT (max((signals ->> 'acts1h')::int) - min((signals ->> 'acts1h')::int)) + 1
                                FROM risk_decision WHERE person_id = $1 AND act = 'repayment.prepay'""", customer.id)));
    }

    private void leave(TestPerson customer) {
        for (int i = 0; i < 3; i++) {
            customer.openVerification(
                            "card.unbind", "/api/v1/cards/" + UUID.randomUUID(), "repayment-service", "", null)
                    .then()
                    .statusCode(201);
        }
        customer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"purpose\":\"ANALYTICS\",\"decision\":\"GRANTED\"}")
                .post("/api/v1/me/consents")
                .then()
                .statusCode(201);
        customer.request().delete("/api/v1/me/consents/ANALYTICS").then().statusCode(200);
    }

    /** A customer of whom somebody had the code wrong eight times. */
    private TestPerson suspect() {
        return suspect(person().bound());
    }

    private TestPerson suspect(TestPerson customer) {
        sql(
                "INSERT INTO failure_count (subject, failures, last_failed_at) VALUES ($1, 8, now() - interval '1 hour')",
                "person:" + customer.id);
        return customer;
    }

    private TestPerson officer() {
        return TestStaff.member(outside.url(), "li-code");
    }

    private Response staffHold(String hold) {
        return officer().request().get("/api/v1/staff/holds/" + hold);
    }

    private static Response decide(TestPerson officer, String hold, String what) {
        return TestStaff.act(officer, "risk.release", "/api/v1/staff/holds/" + hold, "/" + what, NOTE);
    }

    /** The account is a month old, its devices and places too but for the session of now. */
    private void age(TestPerson customer) {
        sql("UPDATE customer SET registered_at = now() - interval '30 days' WHERE id = $1", customer.id);
        sql("UPDATE passkey SET enrolled_at = now() - interval '30 days' WHERE person_id = $1", customer.id);
        sql("UPDATE risk_sighting SET first_seen_at = now() - interval '30 days' WHERE person_id = $1", customer.id);
    }

    private void listDeviceOf(TestPerson customer) {
        sql("UPDATE session SET device_hash = decode(md5($2), 'hex') WHERE person_id = $1", customer.id, loan);
        sql("""
                INSERT INTO risk_listed (trace, kind, reason, added_by, added_at, until)
                VALUES (decode(md5($2), 'hex'), 'DEVICE', 'seen in a fraud', $1, now(), now() + interval '1 day')""", customer.id, loan);
    }

    private String heldId(TestPerson customer, long amount) {
        return prepay(customer, amount)
                .then()
                .statusCode(403)
                .body("code", equalTo("RISK_HELD"))
                .body("documents", hasItem("Resident ID card"))
                .body("appeal", equalTo("/api/v1/complaints"))
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

    private Response prepay(TestPerson customer, long amount) {
        return open(customer, loan, amount);
    }

    private static Response open(TestPerson customer, String resource, long amount) {
        return ask(customer, resource, BODY, Map.of("details", Map.of("amount", amount)));
    }

    private static Response ask(TestPerson customer, String resource, String body, Map<String, Object> more) {
        return customer.request().body(request(resource, body, more)).post("/api/v1/verifications");
    }

    private static Map<String, Object> request(String resource, String body, Map<String, Object> more) {
        var request = new HashMap<>(more);
        request.put("act", "repayment.prepay");
        request.put("resource", resource);
        request.put("audience", "repayment-service");
        request.put("bodySha256", Digests.sha256(body));
        return request;
    }

    private Response list(String kind, String decision) {
        return officer()
                .request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("kind", kind, "decision", decision, "reason", "seen in a fraud", "days", 1))
                .post("/api/v1/staff/risk-listings");
    }

    private Response unlist(String listing) {
        return officer().request().delete("/api/v1/staff/risk-listings/" + listing);
    }

    private String openFrom(TestPerson customer, String address) {
        return customer.request()
                .header("X-Forwarded-For", address)
                .body(request(loan, BODY, Map.of()))
                .post("/api/v1/verifications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void wrongCodeFrom(TestPerson customer, String address) {
        String right = codeForSignIn(customer);
        prove(customer, address, right.equals("000000") ? "111111" : "000000")
                .then()
                .statusCode(422);
    }

    private static Response signInFrom(TestPerson customer, String address) {
        return prove(customer, address, codeForSignIn(customer));
    }

    private static String signIn = "";

    private static String codeForSignIn(TestPerson customer) {
        signIn = customer.openSignIn(Map.of("method", "SMS", "phone", customer.phone))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return customer.newestCode();
    }

    private static Response prove(TestPerson customer, String address, String code) {
        return TestPerson.anonymous()
                .header("X-Forwarded-For", address)
                .body("{\"code\":\"" + code + "\"}")
                .post("/api/v1/sign-ins/" + signIn + "/proof");
    }

    private static Response prove(TestPerson customer, Response opened) {
        return customer.proveVerification(
                opened.then().statusCode(201).extract().path("id"), customer.assertion(opened));
    }

    private long told(String type, TestPerson customer) {
        return count(
                "SELECT count(*) FROM outbox_event WHERE type = $1 AND subject = $2", type, customer.id.toString());
    }

    private long decisionsWith(TestPerson customer, String signals) {
        return count(
                "SELECT count(*) FROM risk_decision WHERE person_id = $1 AND signals @> $2",
                customer.id,
                new io.vertx.core.json.JsonObject(signals));
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }

    private static List<Integer> atOnce(List<Supplier<Response>> calls) {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            Stream<CompletableFuture<Integer>> answers = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(() -> call.get().statusCode(), threads));
            return answers.toList().stream().map(CompletableFuture::join).toList();
        }
    }
}
