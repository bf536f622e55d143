package io.anju.repayment.spread.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.result.Refusal;
import io.anju.repayment.loan.model.LoanEvent;
import java.util.Optional;
import java.util.UUID;

/**
 * What a batch came to for one loan.
 *
 * @param lowered the two spreads and rates; empty where the loan was left as it is
 * @param left code of the reason why it was; empty where its spread came down
 */
public record SpreadOutcome(UUID loanId, Optional<Lowered> lowered, Optional<String> left) {

    /** A spread that came down, and the rate with it. */
    public record Lowered(Spread oldSpread, Spread newSpread, AnnualRate oldRate, AnnualRate newRate) {}

    /** It came down. */
    public static SpreadOutcome lowered(UUID loanId, LoanEvent.RateTermsChanged event) {
        return new SpreadOutcome(
                loanId,
                Optional.of(new Lowered(
                        spread(event.before()),
                        spread(event.after()),
                        AnnualRate.of(event.oldRate()),
                        AnnualRate.of(event.rate()))),
                Optional.empty());
    }

    /** It stays. */
    public static SpreadOutcome left(UUID loanId, Refusal why) {
        return new SpreadOutcome(loanId, Optional.empty(), Optional.of(why.code()));
    }

    private static Spread spread(LoanEvent.Basis basis) {
        if (basis.spread() == null) {
            throw new IllegalArgumentException("no floating rate: " + basis);
        }
        return new Spread(basis.spread());
    }
}
