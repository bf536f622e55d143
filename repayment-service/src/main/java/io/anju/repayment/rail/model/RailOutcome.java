package io.anju.repayment.rail.model;

import java.time.LocalDate;
import java.util.Optional;

/** What the rail says has become of an order. */
public sealed interface RailOutcome {

    /** The reason of an order that was paid with money that may not pay it. */
    String PAID_FROM_CREDIT = "PAID_FROM_CREDIT";

    /** The reason of an order of which a part would have done, and nothing was there. */
    String INSUFFICIENT_FUNDS = "INSUFFICIENT_FUNDS";

    /** The reason of an order whose card is closed. */
    String ACCOUNT_CLOSED = "ACCOUNT_CLOSED";

    /** The rail's id of what it never took. */
    String NO_TRANSACTION = "none";

    /** Whether a refusal lies with what was to be debited, so that something else may pay: too little on it, or closed. */
    static boolean liesWithThePayer(String reason) {
        return reason.equals(INSUFFICIENT_FUNDS) || reason.equals(ACCOUNT_CLOSED);
    }

    /** Our reference. */
    String reference();

    /** The rail's own id. */
    String transactionId();

    /** Fen. */
    long amount();

    /** Whether it is about that order's money: all of it or, of what moved where that was accepted, a part. */
    default boolean isAbout(Instruction ordered) {
        boolean part = this instanceof Done && ordered.partAccepted() && amount() < ordered.amount();
        return part || amount() == ordered.amount();
    }

    /** What it means for that order: a part of nothing is a failure. */
    default RailOutcome of(Instruction ordered) {
        return this instanceof Done && amount() == 0
                ? new NotDone(reference(), transactionId(), ordered.amount(), INSUFFICIENT_FUNDS)
                : this;
    }

    /**
     * The money moved.
     *
     * @param valueDate on which it did; empty when the rail does not say
     */
    record Done(String reference, String transactionId, long amount, Optional<LocalDate> valueDate)
            implements RailOutcome {}

    /**
     * The money did not move.
     *
     * @param reason the rail's code, such as {@code INSUFFICIENT_FUNDS}
     */
    record NotDone(String reference, String transactionId, long amount, String reason) implements RailOutcome {}

    /**
     * The money moved, but it is not money that we may take: nothing is paid by it, and it has to be given back.
     *
     * @param reason our code, such as {@code PAID_FROM_CREDIT}
     */
    record NotAllowed(String reference, String transactionId, long amount, String reason) implements RailOutcome {}
}
