package io.anju.repayment.spread;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.Spread;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.journey.StoredLoans;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.RateBasis;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** First homes above LPR − 30 basis points come down to −30 in a city whose floor is −20, from 10 December 2026 on. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class SpreadBatchTest {

    private static final String PATH = "/api/v1/staff/spread-batches";
    private static final String DAY = "2026-12-10";

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    @Inject
    SpreadBatches batches;

    @Inject
    SpreadListing listing;

    @Inject
    BusinessClock clock;

    private final UUID officer = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();
    // Of this test alone: what other tests have lent is of no product.
    private final String product = "FIRST_HOME-" + UUID.randomUUID();
    private Bank bank;

    @BeforeEach
    void november() {
        bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
    }

    @Test
    void bringsTheSpreadsOfItsLoansDownOnTheDayAndOnce() {
        UUID high = lend(product, "0.0055");
        UUID higher = lend(product, "0.0010");
        UUID atTheFloor = lend(product, "-0.0020");
        UUID second = lend("SECOND_HOME", "0.0055");

        // 1,000,000.00 yuan by 0.75 and by 0.30 percentage points.
        String batch = propose(rule())
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .body("preview.loans", equalTo(2))
                .body("preview.principal", equalTo(200_000_000))
                .body("preview.interestAYear", equalTo(1_050_000))
                .body("progress", nullValue())
                .extract()
                .path("id");
        decide(batch, approver, true).statusCode(200).body("state", equalTo("LISTING"));
        round();
        get(batch).body("state", equalTo("RUNNING")).body("progress.waiting", equalTo(2));
        assertEquals(Spread.of("0.0055"), spread(high));

        bank.today(DAY);
        bank.run(DAY);
        round();

        get(batch)
                .body("state", equalTo("DONE"))
                .body("progress.waiting", equalTo(0))
                .body("progress.lowered", equalTo(2))
                .body("progress.left", equalTo(0));
        assertEquals(Spread.of("-0.0020"), spread(high));
        assertEquals(Spread.of("-0.0020"), spread(higher));
        assertEquals(AnnualRate.of("0.0275"), active(high).position().state().annualRate());
        assertEquals(AnnualRate.of("0.0320"), active(higher).position().state().annualRate());
        assertEquals(Spread.of("-0.0020"), spread(atTheFloor));
        assertEquals(Spread.of("0.0055"), spread(second));
        new StoredLoans(transactions, loans).assertReplays(high);
        bank.run(DAY);
        Stream.of(high, higher).forEach(loan -> assertEquals(1, toldOf(loan)));
        staff(officer, "auditor")
                .get(PATH + "/" + batch + "/loans?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("LOWERED"))
                .body("items[0].newSpread", equalTo("-0.0020"));
        staff(officer, "auditor").get(PATH).then().body("items.id", hasItem(batch));
    }

    @Test
    void theBorrowerSeesWhyTheRateIsAnotherAndIsToldIt() {
        UUID borrower = UUID.randomUUID();
        UUID loan = lend(borrower, product, "0.0055");
        String batch = approved();

        bank.today(DAY);
        bank.run(DAY);
        round();

        get(batch).body("state", equalTo("DONE"));
        bank.get(borrower, "/api/v1/loans/" + loan + "/rate")
                .then()
                .body("history.cause", contains("CONTRACT", "SPREAD_BATCH"));
        String told =
                neighbours.awaitEvent("anju.loan.repriced.v1", loan.toString()).toString();
        assertTrue(told.contains("\"newRate\":\"0.0275\""), told);
    }

    @Test
    void goesOnWhereItWasKilledWithEachLoanOnce() {
        List<UUID> all = List.of(lend(product, "0.0055"), lend(product, "0.0054"), lend(product, "0.0053"));
        String batch = approved(false);

        transactions
                .run(tx -> batches.listNext(tx, clock.today(), 2)
                        .<Void>flatMap(more -> Uni.createFrom().failure(new IllegalStateException("killed"))))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
        get(batch).body("state", equalTo("LISTING")).body("progress.waiting", equalTo(0));
        assertEquals(
                true,
                transactions
                        .run(tx -> batches.listNext(tx, clock.today(), 2))
                        .await()
                        .indefinitely());
        get(batch).body("state", equalTo("LISTING")).body("progress.waiting", equalTo(2));
        round();

        get(batch).body("state", equalTo("RUNNING")).body("progress.waiting", equalTo(3));
        bank.today(DAY);
        bank.run(DAY);
        round();
        get(batch).body("state", equalTo("DONE")).body("progress.lowered", equalTo(3));
        all.forEach(loan -> assertEquals(1, toldOf(loan)));
    }

    @Test
    void nobodyDecidesAloneOrTwiceOrWithoutASecondKey() {
        lend(product, "0.0055");
        String batch = propose(rule()).statusCode(201).extract().path("id");

        decide(batch, officer, true).statusCode(403).body("code", equalTo("SAME_PERSON"));
        staff(approver, "approver")
                .body(new JsonObject().put("approved", true).encode())
                .post(PATH + "/" + batch + "/decision")
                .then()
                .statusCode(401);
        decide(batch, approver, false).statusCode(200).body("state", equalTo("DECLINED"));
        decide(batch, approver, true).statusCode(409).body("code", equalTo("SPREAD_BATCH_DECIDED"));
        decide(UUID.randomUUID().toString(), approver, true).statusCode(404);
        Stream.of("teller", "customer")
                .forEach(role -> staff(officer, role).get(PATH).then().statusCode(403));
    }

    @Test
    void oneBatchAtATimeIsUnderWay() {
        lend(product, "0.0055");
        String first = propose(rule()).statusCode(201).extract().path("id");
        String second = propose(rule()).statusCode(201).extract().path("id");
        decide(first, approver, true).statusCode(200);

        decide(second, approver, true).statusCode(409).body("batch", equalTo(first));

        round();
        bank.today(DAY);
        bank.run(DAY);
        round();
        // Its day is over by now.
        decide(second, approver, true).statusCode(422).body("code", equalTo("SPREAD_BATCH_DAY_NOT_AHEAD"));
        decide(second, approver, false).statusCode(200);
    }

    @Test
    void refusesARuleThatIsForNobodyOrTooLowOrNotAhead() {
        lend(product, "0.0055");

        propose(rule().put("to", "-0.0031")).statusCode(422).body("code", equalTo("SPREAD_BATCH_TOO_LOW"));
        propose(rule().put("effective", "2026-11-22"))
                .statusCode(422)
                .body("code", equalTo("SPREAD_BATCH_DAY_NOT_AHEAD"));
        propose(rule().put("above", "0.0055")).statusCode(422).body("code", equalTo("SPREAD_BATCH_EMPTY"));
        propose(rule().put("startedBefore", "2026-11-22")).statusCode(422);
        propose(rule().put("referenceRate", "LPR_1Y")).statusCode(422);
        propose(rule().put("above", "2")).statusCode(400);
        propose(rule().putNull("products")).statusCode(400);
    }

    private JsonObject rule() {
        return new JsonObject()
                .put("products", new JsonArray().add(product))
                .put("above", "-0.0030")
                .put("to", "-0.0030")
                .put("floor", "-0.0020")
                .put("effective", DAY)
                .put("reason", "notice 2026-11");
    }

    private String approved() {
        return approved(true);
    }

    private String approved(boolean listed) {
        String batch = propose(rule()).statusCode(201).extract().path("id");
        decide(batch, approver, true).statusCode(200);
        if (listed) {
            round();
        }
        return batch;
    }

    private void round() {
        listing.round().await().indefinitely();
    }

    private ValidatableResponse propose(JsonObject rule) {
        return staff(officer, "loan-officer").body(rule.encode()).post(PATH).then();
    }

    private ValidatableResponse decide(String batch, UUID by, boolean approved) {
        String path = PATH + "/" + batch;
        String body = new JsonObject().put("approved", approved).encode();
        return staff(by, "approver")
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(by, "repayment-service", "spread.approve", path, body))
                .body(body)
                .post(path + "/decision")
                .then();
    }

    private ValidatableResponse get(String batch) {
        return staff(officer, "loan-officer").get(PATH + "/" + batch).then().statusCode(200);
    }

    private RequestSpecification staff(UUID who, String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, role))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    private UUID lend(String of, String spread) {
        return lend(UUID.randomUUID(), of, spread);
    }

    private UUID lend(UUID borrower, String of, String spread) {
        UUID application = UUID.randomUUID();
        bank.tell(
                "loan-service",
                "anju.loan.disbursement-ordered.v1",
                application.toString(),
                new JsonObject()
                        .put("applicationId", application.toString())
                        .put("contractId", UUID.randomUUID().toString())
                        .put("customerId", borrower.toString())
                        .put("product", of)
                        .put(
                                "tranches",
                                new JsonArray().add(Bank.tranche(100_000_000, 360, "EQUAL_INSTALMENT", spread)))
                        .put("startDate", "2026-11-22")
                        .put("firstDueDate", "2026-12-22")
                        .put("dueDay", 22)
                        .put("payee", new JsonObject().put("reference", Bank.PAYEE)));
        UUID loan = bank.get(borrower, "/api/v1/loans").jsonPath().getUUID("items[0].id");
        bank.awaitPayout(borrower, loan);
        return loan;
    }

    private Loan.Active active(UUID loan) {
        return (Loan.Active) new StoredLoans(transactions, loans).get(loan);
    }

    private Spread spread(UUID loan) {
        return ((RateBasis.Floating) active(loan).agreement().basis()).spread();
    }

    private long toldOf(UUID loan) {
        return (Long) transactions
                .run(tx -> tx.select(
                        "select count(*) from outbox_event where subject = $1 and type = 'anju.loan.repriced.v1'",
                        loan.toString()))
                .await()
                .indefinitely()
                .getFirst()[0];
    }
}
