package io.anju.repayment.spread.model;

import java.util.UUID;

/** A loan of a batch: it waits as long as there is no outcome. */
public sealed interface SpreadLoan {

    /** Which loan. */
    UUID loanId();

    /** Its effective day has not come, or its figures are held. */
    record Waiting(UUID loanId) implements SpreadLoan {}

    /** Something came of it. */
    record Concluded(SpreadOutcome outcome) implements SpreadLoan {
        @Override
        public UUID loanId() {
            return outcome.loanId();
        }
    }
}
