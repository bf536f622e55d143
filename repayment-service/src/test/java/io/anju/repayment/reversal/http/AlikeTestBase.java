package io.anju.repayment.reversal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.journey.StoredLoans;
import io.anju.repayment.loan.Loans;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import jakarta.inject.Inject;
import java.util.UUID;

/** Two borrowers live side by side and alike: what is taken back of the one must leave them alike. */
abstract class AlikeTestBase {

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

    /** On the day of the contracts, with the LPR of the time and that of the next January. */
    void open(String nextLpr) {
        bank = new Bank(neighbours, outside);
        desk = new ReversalDesk(neighbours, bank);
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
        bank.publishLpr("2026-12-21", nextLpr);
    }

    /** Whatever a borrower sees of the two, their names aside. */
    void assertAlike() {
        assertEquals(desk.seen(other, twin), desk.seen(borrower, loan));
        assertReplays();
    }

    void assertReplays() {
        new StoredLoans(transactions, loans).assertReplays(loan);
    }
}
