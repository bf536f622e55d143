package io.anju.repayment.rail.model;

import java.time.LocalDate;
import java.util.Optional;

/** What the rail says has become of an order. */
public sealed interface RailOutcome {

    /** Our reference. */
    String reference();

    /** The rail's own id. */
    String transactionId();

    /** Fen. */
    long amount();

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
}
