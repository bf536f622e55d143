package io.anju.repayment.reversal.http;

import static io.anju.repayment.reversal.http.ReversalDesk.path;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.journey.StoredLoans;
import io.anju.repayment.loan.Loans;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Two loans alike live side by side: a payment of the one is taken back, and then they are alike again. */
abstract class TwinLoansTestBase {

    static final long INSTALMENT = 449_045;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    final UUID borrower = UUID.randomUUID();
    final UUID other = UUID.randomUUID();
    Bank bank;
    ReversalDesk desk;
    UUID loan;
    UUID twin;

    @BeforeEach
    void twoLoansAlike() {
        bank = new Bank(neighbours, outside);
        desk = new ReversalDesk(neighbours, bank);
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
        bank.publishLpr("2026-12-21", "0.0350");
        loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
        twin = bank.lend(other, "2026-11-22", "2026-12-22", "0.0000");
        bank.today("2026-12-22");
        bank.run("2026-12-22");
    }

    /** Whatever a borrower sees of the two, their names aside. */
    void assertAlike() {
        assertEquals(desk.seen(other, twin), desk.seen(borrower, loan));
        assertReplays();
    }

    void assertReplays() {
        new StoredLoans(transactions, loans).assertReplays(loan);
    }

    void takeBack(String payment) {
        takeBack(payment, "RETURNED");
    }

    void takeBack(String payment, String cause) {
        desk.takeBack(loan, payment, cause);
    }

    ValidatableResponse propose(String payment, String cause) {
        return desk.propose(loan, payment, cause);
    }

    ValidatableResponse decide(String reversal, UUID by, boolean approved) {
        return desk.decide(loan, reversal, by, approved);
    }

    String instalment(UUID who, UUID which, String field) {
        return bank.get(who, path(which) + "/instalments").jsonPath().getString("items[0]." + field);
    }
}
