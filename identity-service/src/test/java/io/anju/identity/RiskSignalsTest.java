package io.anju.identity;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.risk.RiskStore;
import io.anju.identity.risk.RulesInForce;
import io.anju.identity.risk.model.Act;
import io.anju.identity.risk.model.Amount;
import io.anju.identity.risk.model.Facts;
import io.anju.identity.risk.model.Fired;
import io.anju.identity.risk.model.Lifted;
import io.anju.identity.risk.model.RiskDecision;
import io.anju.identity.risk.model.RuleSet;
import io.anju.identity.risk.model.Signals;
import io.anju.identity.risk.model.SomeSignals;
import io.anju.kit.tx.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known when the rules are asked, and what the rules of the beginning make of it. */
@QuarkusTest
class RiskSignalsTest extends RiskTestBase {

    /** A device and a place that the account has not known for a day. */
    private static final Signals.Whereabouts ELSEWHERE = new Signals.Whereabouts(true, true, false, false, false);

    @Inject
    Transactions transactions;

    @Inject
    RiskStore store;

    @Inject
    RulesInForce rules;

    /** 500,000 yuan is large; working hours end at 22:00 and begin at 06:00 in Shanghai. */
    @ParameterizedTest
    @CsvSource({
        "50000000, 22, off-hours-large-movement",
        "50000000, 5, off-hours-large-movement",
        "50000000, 21, ''",
        "50000000, 6, ''",
        "49999999, 23, ''",
        "-1, 23, off-hours-large-movement off-hours-unknown-amount",
        "-1, 12, ''",
    })
    void theRulesOfTheBeginningHoldLargeMovementsOutsideWorkingHours(long fen, int hour, String rule) {
        Amount amount = fen < 0 ? new Amount.Unknown(0) : new Amount.Proven(fen, 0);

        assertEquals(rule.isEmpty() ? List.of() : List.of(rule.split(" ")), fired(SomeSignals.moving(amount, hour)));
    }

    /** However small the app states it to be: nothing binds that to what will be sent. */
    @Test
    void anAmountThatNothingProvesIsLargeForTheRulesAboutLargeOnes() {
        var small = new Amount.Stated(1, 0);
        var moving = SomeSignals.moving(small, 12);
        assertEquals(List.of(), fired(moving));

        assertThat(fired(SomeSignals.moving(small, 3)), hasItem("off-hours-large-movement"));
        assertThat(fired(SomeSignals.with(moving, ELSEWHERE)), hasItem("new-place-large-movement"));
        assertThat(
                fired(SomeSignals.with(moving, new Signals.Ages(1000, 900, -1, 71, -1))),
                hasItem("phone-just-changed"));
        assertThat(
                fired(SomeSignals.with(SomeSignals.moving(new Amount.Proven(1, 0), 12), ELSEWHERE)),
                not(hasItem("new-place-large-movement")));
    }

    @Test
    void payingALoanOutCountsAsAMovementOfMoney() {
        assertEquals(
                1,
                count("SELECT count(*) FROM (SELECT moves_money FROM act_policy WHERE act = 'disbursement.release'"
                        + " ORDER BY version DESC LIMIT 1) p WHERE moves_money"));
    }

    @Test
    void whatAStrangerHadWrongHoldsNothingAndWhatWasWrongOnTheirDeviceDoes() {
        var quiet = SomeSignals.quiet();

        assertEquals(List.of("failures-ask-more"), fired(SomeSignals.with(quiet, new Signals.Failures(40, 0, 40, 40))));
        assertEquals(List.of("repeated-failures"), fired(SomeSignals.with(quiet, new Signals.Failures(0, 8, 0, 0))));
    }

    @Test
    void whoHasNoPasskeyIsNotAskedForOneBecauseOfAStrangersWrongCodes() {
        var without = SomeSignals.with(
                SomeSignals.quiet(),
                new Signals.Ages(1000, Signals.Ages.NEVER, Signals.Ages.NEVER, Signals.Ages.NEVER, Signals.Ages.NEVER));

        assertEquals(List.of(), fired(SomeSignals.with(without, new Signals.Failures(3, 0, 0, 0))));
        assertEquals(List.of("failures-ask-more"), fired(SomeSignals.with(without, new Signals.Failures(3, 3, 0, 0))));
        assertEquals(List.of("failures-ask-more"), fired(SomeSignals.with(without, new Signals.Failures(3, 0, 3, 3))));
    }

    @Test
    void theRulesOfTheBeginningShutNobodyOutForFailuresThatAnybodyCanCause() {
        var quiet = SomeSignals.quiet();
        var signIn = new Signals(
                Act.signIn(),
                quiet.amount(),
                new Signals.Failures(9, 0, 0, 0),
                new Signals.Whereabouts(true, true, false, false, true),
                quiet.velocity(),
                quiet.ages(),
                quiet.hour(),
                quiet.offHours());

        assertEquals(List.of(), fired(signIn));
    }

    @Test
    void whatIsLargeOrStrangeShowsInTheSignalsOfTheDecision() {
        var customer = person().bound();
        String body = "{\"amount\":1000}";
        prove(customer, ask(customer, loan, body, Map.of("body", body))).then().statusCode(200);
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
    void whatWasOnlyStatedIsNoAmountThatLaterOnesAreComparedWith() {
        var customer = person().bound();
        prove(customer, prepay(customer, 900_000_000_000_000_000L)).then().statusCode(200);

        prepay(customer, 1_000).then().statusCode(201);

        assertEquals(1, decisionsWith(customer, "{\"amount\": 1000, \"amountPercentOfLargest\": -1}"));
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

        askFrom(customer, "203.0.113.7").then().statusCode(403).body("code", equalTo("RISK_HELD"));
        openFrom(customer, "127.0.0.9");

        assertEquals(1, decisionsWith(customer, "{\"newPlace\": true}"));
        assertEquals(1, decisionsWith(customer, "{\"newPlace\": false, \"newDevice\": true}"));
    }

    @Test
    void aDeviceThatTheAppDoesNotNameIsANewOneForASignIn() {
        var customer = person().bound();
        age(customer);

        customer.signInByPasskey().then().statusCode(200);

        assertEquals(1, decisionsWith(customer, "{\"act\": \"sign-in\", \"newDevice\": true}"));
    }

    @Test
    void failedProofsCountForTheirAddressWhoeverWasMeant() {
        String address = "198.51.100." + (1 + ThreadLocalRandom.current().nextInt(250));
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
        String address = "192.0.2." + (1 + ThreadLocalRandom.current().nextInt(250));
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

    private List<String> fired(Signals signals) {
        var armed = transactions
                .run(store::rules)
                .map(all -> all.stream()
                        .filter(rule -> !rule.name().startsWith("test-"))
                        .map(rules::arm)
                        .toList())
                .await()
                .indefinitely();
        return RiskDecision.decide(
                        UUID.randomUUID(), new RuleSet(1, armed), Facts.of(signals), Lifted.NONE, Instant.EPOCH)
                .fired()
                .stream()
                .map(Fired::rule)
                .map(rule -> rule.name())
                .toList();
    }

    private static void wrongCodeFrom(TestPerson customer, String address) {
        var opened = openSignIn(customer);
        opened.prove(address, opened.code().equals("000000") ? "111111" : "000000")
                .then()
                .statusCode(422);
    }

    private static Response signInFrom(TestPerson customer, String address) {
        var opened = openSignIn(customer);
        return opened.prove(address, opened.code());
    }

    /** A sign-in under way, with its right code. */
    private record OpenSignIn(String id, String code) {

        Response prove(String address, String typed) {
            return from(address).body(Map.of("code", typed)).post("/api/v1/sign-ins/" + id + "/proof");
        }
    }

    private static OpenSignIn openSignIn(TestPerson customer) {
        String id = customer.openSignIn(Map.of("method", "SMS", "phone", customer.phone))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new OpenSignIn(id, customer.newestCode());
    }
}
