package io.anju.repayment.duerun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Days on which there is nothing to debit use up none of an instalment's fifteen debits. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class WithoutCardTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 22);

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    private final UUID borrower = UUID.randomUUID();

    @Test
    void aCardBoundAfterFifteenDaysIsDebitedByTheNextRun() {
        var bank = new Bank(neighbours, outside);
        UUID loan = bank.firstLoan(borrower);
        bank.publishLpr("2026-12-21", "0.0350");
        for (int day = 0; day < 15; day++) {
            String date = DUE.plusDays(day).toString();
            bank.today(date);
            bank.run(date);
            // Three days of grace.
            assertEquals(day < 4 ? "DUE" : "OVERDUE", state(bank, loan));
        }
        assertEquals(List.of(), debits(loan));
        var told = neighbours.awaitEvent("anju.instalment.overdue.v1", loan.toString());
        // As after a debit that failed: the day after its grace, of the amount that is owed. Four days at 5.25 %:
        // 1,573.78 → 0.92 and 2,916.67 → 1.70.
        assertEquals("NOT_PAID", told.path("reason").asText());
        assertEquals(449_045 + 92 + 170, told.path("amount").asLong());

        bank.bind(borrower, "13800138061", "6222020000000007");
        String next = DUE.plusDays(15).toString();
        bank.today(next);
        bank.run(next);

        bank.awaitInstalment(borrower, loan, 1, "PAID");
        assertEquals(List.of("instalment-" + loan + "-1-1"), debits(loan));
    }

    @Test
    void aCardBoundTheDayAfterPaysForThatDayAndNotForTheDueDate() {
        var bank = new Bank(neighbours, outside);
        UUID loan = bank.firstLoan(borrower);
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        bank.bind(borrower, "13800138062", "6222020000000007");
        bank.today("2026-12-23");
        bank.run("2026-12-23");

        var paid = bank.awaitInstalment(borrower, loan, 1, "PAID");

        assertEquals("2026-12-23", paid.getString("items[0].paidOn"));
        assertTrue(
                debits(loan).contains("instalment-" + loan + "-1-1"),
                debits(loan).toString());
    }

    private String state(Bank bank, UUID loan) {
        return bank.get(borrower, "/api/v1/loans/" + loan + "/instalments")
                .jsonPath()
                .getString("items[0].state");
    }

    private List<Object> debits(UUID loan) {
        return transactions
                .run(tx -> tx.select(
                        "select reference from rail_order where loan_id = $1 and kind = 'DEBIT' order by placed_at",
                        loan))
                .await()
                .indefinitely()
                .stream()
                .map(row -> row[0])
                .toList();
    }
}
