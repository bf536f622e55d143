package io.anju.repayment.ledger.store;

import io.anju.repayment.ledger.Journal;

/** The service's own journal for a benchmark; stores are closed to everyone outside their package. */
public final class Journals {

    private Journals() {}

    public static Journal postgres() {
        return new PgJournal();
    }
}
