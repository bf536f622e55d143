package io.anju.repayment.debit.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a loan's instalments are debited by themselves. Off, they are billed as before, nothing is debited, and what is
 * not paid by hand is overdue by the usual rules.
 *
 * @param changedAt when it was last turned; empty for one that never was, which is on
 * @param version turns so far
 */
public record DebitSwitch(UUID loanId, boolean stopped, Optional<Instant> changedAt, long version) {

    /** As it is before anybody has turned it. */
    public static DebitSwitch untouched(UUID loanId) {
        return new DebitSwitch(loanId, false, Optional.empty(), 0);
    }

    /** Off. */
    public DebitSwitch stopped(Instant now) {
        return new DebitSwitch(loanId, true, Optional.of(now), version + 1);
    }

    /** On again. */
    public DebitSwitch started(Instant now) {
        return new DebitSwitch(loanId, false, Optional.of(now), version + 1);
    }
}
