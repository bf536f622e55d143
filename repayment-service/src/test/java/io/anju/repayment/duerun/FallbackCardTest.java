package io.anju.repayment.duerun;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.card.Cards;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A default card without money, and two others: 4,490.45 fall due on 22 December 2026. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class FallbackCardTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Cards cards;

    private final UUID borrower = UUID.randomUUID();

    @Test
    void theNextAttemptAsksTheCardThatWasAgreedToAndNoneThatWasNot() {
        var bank = new Bank(neighbours, outside);
        UUID loan = bank.firstLoan(borrower);
        bank.publishLpr("2026-12-21", "0.0350");
        List<UUID> bound = bind(bank, "6222023405000044", "6222023405000051", "6222023405000069");
        bank.place(borrower, bound.get(2), 3, true).then().statusCode(200);
        setBalance(bank, bound.get(0), 0);
        setBalance(bank, bound.get(2), 300_000);

        runOn(bank, "2026-12-22");
        awaitConcluded(loan, 1);
        bank.awaitInstalment(borrower, loan, 1, "DUE");
        // The same day's run again orders nothing: the next attempt's turn has not come.
        bank.run("2026-12-22");
        assertEquals(List.of("0044"), debited(loan));
        bank.get(borrower, "/api/v1/me/automatic-debits")
                .then()
                .body("items[0].last4", equalTo("0069"))
                .body("items[0].fallback.last4", equalTo(List.of("0044")));

        runOn(bank, "2026-12-23");
        awaitConcluded(loan, 2);
        assertEquals(List.of("0044", "0069"), debited(loan));
        var part = neighbours.awaitEvent("anju.instalment.part-paid.v1", loan.toString());
        assertEquals("0069", part.path("last4").asText());

        // The card behind the last is the first again; the one in between is never asked.
        setBalance(bank, bound.get(0), 10_000_000);
        runOn(bank, "2026-12-24");
        bank.awaitInstalment(borrower, loan, 1, "PAID");
        assertEquals(List.of("0044", "0069", "0044"), debited(loan));
        var paid = neighbours.awaitEvent("anju.instalment.paid.v1", loan.toString());
        assertEquals("0044", paid.path("last4").asText());
        assertEquals(
                List.of("instalment-" + loan + "-1-1", "instalment-" + loan + "-1-2", "instalment-" + loan + "-1-3"),
                select(
                        "select reference from rail_order where loan_id = $1 and kind = 'DEBIT' order by reference",
                        loan));
    }

    @Test
    void theDefaultIsAskedAgainWhereNoOtherWasAgreedTo() {
        var bank = new Bank(neighbours, outside);
        UUID loan = bank.firstLoan(borrower);
        bank.publishLpr("2026-12-21", "0.0350");
        List<UUID> bound = bind(bank, "6222023405000077", "6222023405000085");
        setBalance(bank, bound.get(0), 0);

        runOn(bank, "2026-12-22");
        awaitConcluded(loan, 1);
        runOn(bank, "2026-12-23");
        awaitConcluded(loan, 2);
        assertEquals(List.of("0077", "0077"), debited(loan));

        // Taken back again, it is not asked either.
        bank.place(borrower, bound.get(1), 2, true).then().statusCode(200);
        bank.place(borrower, bound.get(1), 2, false).then().statusCode(200);
        setBalance(bank, bound.get(0), 10_000_000);
        runOn(bank, "2026-12-24");
        bank.awaitInstalment(borrower, loan, 1, "PAID");
        assertEquals(List.of("0077", "0077", "0077"), debited(loan));
    }

    private List<UUID> bind(Bank bank, String... numbers) {
        return List.of(numbers).stream()
                .map(number -> bank.bind(borrower, "13800138092", number))
                .toList();
    }

    private void setBalance(Bank bank, UUID card, long fen) {
        var token = transactions.run(tx -> cards.listBound(tx, borrower)).await().indefinitely().stream()
                .filter(bound -> bound.id().equals(card))
                .findFirst()
                .orElseThrow()
                .token();
        bank.setBalance(token, fen);
    }

    private static void runOn(Bank bank, String date) {
        bank.today(date);
        bank.run(date);
    }

    private void awaitConcluded(UUID loan, long debits) {
        Awaitility.await(debits + " debits and none under way")
                .until(() -> select("""
                        select count(*) filter (where concluded_at is not null) || '/' || count(*)
                        from rail_order where loan_id = $1 and kind = 'DEBIT'
                        """, loan), List.of(debits + "/" + debits)::equals);
    }

    /** The cards of the loan's debits, one after the other. */
    private List<Object> debited(UUID loan) {
        return select("""
                select last4 from rail_order where loan_id = $1 and kind = 'DEBIT' order by placed_at
                """, loan);
    }

    private List<Object> select(String sql, UUID loan) {
        return transactions.run(tx -> tx.select(sql, loan)).await().indefinitely().stream()
                .map(row -> row[0])
                .toList();
    }
}
