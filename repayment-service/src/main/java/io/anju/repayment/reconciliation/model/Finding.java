package io.anju.repayment.reconciliation.model;

import io.anju.repayment.rail.model.Break;
import org.jspecify.annotations.Nullable;

/**
 * A break as the comparison of a date finds it. Amounts in fen, positive for money that came in.
 *
 * @param ordered absent when it was not
 * @param booked what was posted that day
 * @param told what the day's file says
 * @param suspense how much of what the rail shows nobody can place
 * @param ours what we hold, in words
 * @param theirs what the file says, in words
 */
public record Finding(
        Break.Kind kind,
        String reference,
        @Nullable Long ordered,
        long booked,
        long told,
        long suspense,
        String ours,
        String theirs) {

    /** What it explains of the difference between the rail's total and the ledger's. */
    public long difference() {
        return told - booked;
    }
}
