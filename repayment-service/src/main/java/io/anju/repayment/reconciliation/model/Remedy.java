package io.anju.repayment.reconciliation.model;

/** What ends a break. Where money is moved, or may be moved anew, two people decide. */
public enum Remedy {
    /** Nothing has to be moved; the reason says why. */
    EXPLAINED(false),
    /** The rail's word of the file is taken, and posted as if it had called back. */
    BOOKED(true),
    /** Out of suspense to the counter: paid back by transfer, or posted to a loan there. */
    TO_COUNTER(true),
    /** Out of suspense back to the rail's clearing account: the rail has taken it back, or it never was. */
    WITHDRAWN(true),
    /** Credit whose return the wallet's institution refused is given back under a new reference. */
    ORDERED_AGAIN(true),
    /** The files show that the order moved nothing: it ends as failed, and what it was for may be ordered anew. */
    NOT_DONE(true),
    /** What a payout has left with its payee is back: the payout may be ordered anew. */
    RETURNED(true),
    /** Our books and the rail have come to agree by themselves; nobody's decision. */
    AGREED(false),
    /** A corrected file no longer shows it, or shows something else; nobody's decision. */
    CORRECTED(false);

    private final boolean takesTwo;

    Remedy(boolean takesTwo) {
        this.takesTwo = takesTwo;
    }

    /** Whether a second person has to agree. */
    public boolean takesTwo() {
        return takesTwo;
    }
}
