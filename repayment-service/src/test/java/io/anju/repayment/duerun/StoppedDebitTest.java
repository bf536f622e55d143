package io.anju.repayment.duerun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.wallet.Holder;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Loans with a card that holds enough, whose borrowers have stopped the automatic debit. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class StoppedDebitTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 22);

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Reminding reminding;

    private final UUID borrower = UUID.randomUUID();

    @Test
    void isBilledAndOverdueByTheUsualRulesAndNothingIsDebitedUntilItIsStartedAgain() {
        var bank = new Bank(neighbours, outside);
        UUID loan = bank.firstLoan(borrower);
        bank.publishLpr("2026-12-21", "0.0350");
        bank.bind(borrower, "13800138094", "6222023405000101");
        bank.stopDebit(borrower, loan, true).then().statusCode(200);
        bank.today("2026-12-21");
        reminding.remind(DUE.minusDays(1)).await().indefinitely();
        var upcoming = neighbours.awaitEvent("anju.instalment.upcoming.v1", loan.toString());
        assertTrue(upcoming.path("byHand").asBoolean());

        for (int day = 0; day < 5; day++) {
            runOn(bank, DUE.plusDays(day));
            // Three days of grace.
            assertEquals(day < 4 ? "DUE" : "OVERDUE", state(bank, loan));
        }
        assertEquals(List.of(), debits(loan));
        assertTrue(neighbours
                .awaitEvent("anju.instalment.due.v1", loan.toString())
                .path("byHand")
                .asBoolean());
        var overdue = neighbours.awaitEvent("anju.instalment.overdue.v1", loan.toString());
        assertEquals("DEBIT_STOPPED", overdue.path("reason").asText());

        bank.startDebit(borrower, loan, "*").then().statusCode(200);
        runOn(bank, DUE.plusDays(5));
        bank.awaitInstalment(borrower, loan, 1, "PAID");
        assertEquals(List.of("instalment-" + loan + "-1-1"), debits(loan));
    }

    @Test
    void isPaidByHandMeanwhile() {
        var bank = new Bank(neighbours, outside);
        UUID loan = bank.firstLoan(borrower);
        bank.publishLpr("2026-12-21", "0.0350");
        bank.bind(borrower, "13800138095", "6222023405000119");
        bank.stopDebit(borrower, loan, true).then().statusCode(200);
        runOn(bank, DUE);

        bank.pay(borrower, loan, new JsonObject()).then().statusCode(201);

        bank.awaitInstalment(borrower, loan, 1, "PAID");
        assertEquals(1, debits(loan).size());
        assertTrue(debits(loan).getFirst().toString().contains("-hand-"));
    }

    @Test
    void stopsAWalletTooAndTheOtherLoanGoesOn() {
        var bank = new Bank(neighbours, outside);
        UUID loan = bank.firstLoan(borrower);
        UUID other = bank.order(borrower, "2026-11-22", "2026-12-22", "0.0000", 1).stream()
                .filter(id -> !id.equals(loan))
                .findFirst()
                .orElseThrow();
        bank.awaitPayout(borrower, other);
        bank.publishLpr("2026-12-21", "0.0350");
        bank.bind(borrower, "13800138096", "6222023405000127");
        new Holder(neighbours, outside, borrower).link(loan, "wal-stopped-" + loan, true);
        bank.stopDebit(borrower, loan, true).then().statusCode(200);

        runOn(bank, DUE);

        bank.awaitInstalment(borrower, other, 1, "PAID");
        assertEquals("DUE", state(bank, loan));
        assertEquals(List.of(), debits(loan));
    }

    private static void runOn(Bank bank, LocalDate date) {
        bank.today(date.toString());
        bank.run(date.toString());
    }

    private String state(Bank bank, UUID loan) {
        return bank.get(borrower, "/api/v1/loans/" + loan + "/instalments")
                .jsonPath()
                .getString("items[0].state");
    }

    private List<Object> debits(UUID loan) {
        return transactions.run(tx -> tx.select("""
                        select reference from rail_order
                        where loan_id = $1 and kind in ('DEBIT', 'WALLET_DEBIT') order by placed_at
                        """, loan)).await().indefinitely().stream()
                .map(row -> row[0])
                .toList();
    }
}
