package io.anju.repayment.spread.http;

import io.anju.repayment.spread.model.SpreadLoan;
import io.anju.repayment.spread.model.SpreadOutcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a batch came to for one loan. Spreads and rates are decimal fractions, absent unless the spread came down.
 *
 * @param reason why it was left as it is: {@code SPREAD_NOT_ABOVE}, {@code RATE_IS_FIXED}, {@code ALL_BILLED}, {@code
 *     LOAN_OVER}, {@code RATE_OUT_OF_RANGE}
 */
@RegisterForReflection
public record SpreadLoanView(
        UUID loanId,
        State state,
        @Nullable String reason,
        @Nullable String oldSpread,
        @Nullable String newSpread,
        @Nullable String oldRate,
        @Nullable String newRate) {

    /** How far it is. */
    public enum State {
        WAITING,
        LOWERED,
        LEFT
    }

    static SpreadLoanView of(SpreadLoan loan) {
        return switch (loan) {
            case SpreadLoan.Waiting(UUID id) -> new SpreadLoanView(id, State.WAITING, null, null, null, null, null);
            case SpreadLoan.Concluded(SpreadOutcome outcome) -> of(outcome);
        };
    }

    private static SpreadLoanView of(SpreadOutcome outcome) {
        Optional<SpreadOutcome.Lowered> lowered = outcome.lowered();
        return new SpreadLoanView(
                outcome.loanId(),
                lowered.isPresent() ? State.LOWERED : State.LEFT,
                outcome.left().orElse(null),
                lowered.map(of -> of.oldSpread().text()).orElse(null),
                lowered.map(of -> of.newSpread().text()).orElse(null),
                lowered.map(of -> of.oldRate().text()).orElse(null),
                lowered.map(of -> of.newRate().text()).orElse(null));
    }
}
