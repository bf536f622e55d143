package io.anju.repayment.spread;

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
import io.anju.repayment.journey.StoredLoans;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.RateBasis;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** First homes above LPR − 30 basis points come down to −30 in a city whose floor is −20, from 10 December 2026 on. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class SpreadBatchTest extends SpreadBatchTestBase {

    @Inject
    Loans loans;

    @Inject
    SpreadBatches batches;

    @Inject
    BusinessClock clock;

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
