package io.anju.repayment.journey;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.card.Cards;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * When an instalment is late, and who is told. 4,490.45 of 1,573.78 and 2,916.67 by the usual conditions: three days of
 * grace, 5.25 %, a holiday puts off the last day in time.
 */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class LatenessJourneyTest {

    private static final long INSTALMENT = 449_045;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Cards cards;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;

    /** Due on Saturday 26 December 2026; Monday is the last day in time, and grace lasts until New Year's Eve. */
    @Test
    void isInTimeOnTheWorkingDayAfterAHolidayThoughItIsDebitedOnItsDueDate() {
        UUID loan = lend("2026-11-26", "2026-12-26", "13800138071", "6217000000000014");

        on("2026-12-26", loan);
        assertEquals(1, debits(loan));
        on("2026-12-31", loan);
        assertOwes(loan, "DUE", 0);
        assertEquals(0, told(loan));

        on("2027-01-01", loan);

        // Four days since Monday: 1,573.78 → 0.92 and 2,916.67 → 1.70.
        assertOwes(loan, "OVERDUE", 92 + 170);
        neighbours.awaitEvent("anju.instalment.overdue.v1", loan.toString());
        assertEquals(1, told(loan));
        on("2027-01-02", loan);
        assertEquals(1, told(loan));
    }

    @Test
    void daysOnWhichTheRailKeptSilentCostNothing() {
        UUID loan = lend("2026-11-22", "2026-12-22", "13800138072", "6217000000000022");
        String token = token();
        rail(token, "{\"silent\":true}");
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        Awaitility.await("the debit at the rail").until(() -> sent(loan) == 1);

        bank.today("2026-12-28");
        bank.run("2026-12-28");
        rail(token, "{}");
        awaitNothingUnderWay(loan);

        // In time until the 28th now, and three days of grace follow.
        assertOwes(loan, "DUE", 0);
        on("2026-12-31", loan);
        assertOwes(loan, "DUE", 0);
        assertEquals(0, told(loan));
        on("2027-01-01", loan);
        assertOwes(loan, "OVERDUE", 92 + 170);
    }

    @Test
    void whoseAttemptsAreUsedUpIsToldAllTheSame() {
        UUID loan = lend("2026-11-22", "2026-12-22", "13800138073", "6217000000000030");
        on("2026-12-22", loan);
        update(
                "update bill set attempts = 15, collect_on = '2026-12-26', collect_from = null where loan_id = $1",
                loan);

        on("2026-12-26", loan);

        assertOwes(loan, "OVERDUE", 92 + 170);
        assertEquals(1, debits(loan));
        var late = neighbours.awaitEvent("anju.instalment.overdue.v1", loan.toString());
        assertEquals(INSTALMENT + 92 + 170, late.path("amount").asLong());
        assertEquals("2026-12-22", late.path("dueDate").asText());
    }

    /** Repriced at 3.50 % less 0.30: ten days of 1,573.78 and 2,916.67 at 5.25 % and 14 at 4.80 % are 523 and 970 fen. */
    @Test
    void costsTheNewRateFromTheRepricingDayOnAndIsPaidAsItIsShown() {
        UUID loan = lend("2026-11-22", "2026-12-22", "13800138074", "6217000000000048", "-0.0030");
        on("2026-12-22", loan);
        on("2026-12-26", loan);
        assertOwes(loan, "OVERDUE", 92 + 170);
        on("2027-01-01", loan);
        assertOwes(loan, "OVERDUE", 230 + 425);

        bank.today("2027-01-15");
        assertOwes(loan, "OVERDUE", 523 + 970);
        bank.setBalance(token(), 100_000_000);
        on("2027-01-15", loan);

        bank.awaitInstalment(borrower, loan, 1, "PAID");
        assertEquals(
                INSTALMENT + 523 + 970,
                count(
                        "select amount from rail_order where loan_id = $1 and kind = 'DEBIT' and state = 'SUCCEEDED'",
                        loan));
    }

    private UUID lend(String start, String due, String phone, String card) {
        return lend(start, due, phone, card, "0.0000");
    }

    private UUID lend(String start, String due, String phone, String card, String spread) {
        bank = new Bank(neighbours, outside);
        bank.today(start);
        bank.publishLpr("2026-10-20", "0.0350");
        bank.publishLpr("2026-12-21", "0.0350");
        UUID loan = bank.lend(borrower, start, due, spread);
        bank.bind(borrower, phone, card);
        bank.setBalance(token(), 0);
        return loan;
    }

    private void on(String date, UUID loan) {
        bank.today(date);
        bank.run(date);
        awaitNothingUnderWay(loan);
    }

    private void assertOwes(UUID loan, String state, long penalty) {
        JsonPath rows = bank.awaitInstalment(borrower, loan, 1, state);
        assertEquals(penalty, rows.getLong("items[0].penalty"));
        assertEquals(INSTALMENT + penalty, rows.getLong("items[0].owed"));
    }

    /** How often it was told that the instalment is overdue. */
    private long told(UUID loan) {
        return neighbours.told("anju.instalment.overdue.v1").stream()
                .filter(event -> event.path("subject").asText().equals(loan.toString()))
                .map(event -> event.path("id").asText())
                .distinct()
                .count();
    }

    private long debits(UUID loan) {
        return count("select count(*) from rail_order where loan_id = $1 and kind = 'DEBIT'", loan);
    }

    private long sent(UUID loan) {
        return count("select count(*) from rail_order where loan_id = $1 and kind = 'DEBIT' and state = 'SENT'", loan);
    }

    private void awaitNothingUnderWay(UUID loan) {
        Awaitility.await("the rail")
                .until(() -> count(
                                "select count(*) from rail_order where loan_id = $1 and state in ('PLACED', 'SENT')",
                                loan)
                        == 0);
    }

    private long count(String sql, UUID loan) {
        return (Long) Objects.requireNonNull(transactions
                .run(tx -> tx.select(sql, loan))
                .await()
                .indefinitely()
                .getFirst()[0]);
    }

    private void update(String sql, UUID loan) {
        transactions.run(tx -> tx.update(sql, loan)).await().indefinitely();
    }

    private String token() {
        return transactions
                .run(tx -> cards.listBound(tx, borrower))
                .await()
                .indefinitely()
                .getFirst()
                .token();
    }

    private void rail(String token, String quirk) {
        given().contentType(ContentType.JSON)
                .body(new JsonObject(quirk).encode())
                .put(outside.url() + "/rail/accounts/" + token + "/faults")
                .then()
                .statusCode(200);
    }
}
