package io.anju.repayment.loan.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.rate.SpreadCut;
import io.anju.kernel.result.Refusal;
import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A spread that comes down on a day because the bank has decided so for many loans. Whether it does is asked on the day: the
 * loan may have changed since it was chosen.
 *
 * @param from first day of the new spread; behind an instalment and a repricing of the same day
 */
public record SpreadStep(UUID batch, LocalDate from, SpreadCut cut) {

    /** Why a loan is left as it is. */
    public enum Left implements Refusal {
        /** Its rate has been fixed since. */
        RATE_IS_FIXED,
        /** Its last instalment has been billed: no rate says anything of it. */
        ALL_BILLED;

        @Override
        public String code() {
            return name();
        }
    }

    /** What happens to the loan on the day; or why nothing does. The reference last fixed stays. */
    Result<LoanEvent.RateTermsChanged, Refusal> on(Loan.Active loan) {
        if (!loan.isBilling()) {
            return Result.refused(Left.ALL_BILLED);
        }
        return switch (loan.agreement().basis()) {
            case RateBasis.Fixed fixed -> Result.refused(Left.RATE_IS_FIXED);
            case RateBasis.Floating now -> lowered(loan, now).refusedAs(refusal -> refusal);
        };
    }

    private Result<LoanEvent.RateTermsChanged, RateRefusal> lowered(Loan.Active loan, RateBasis.Floating now) {
        AnnualRate before = loan.position().state().annualRate();
        return cut.of(now.spread())
                .flatMap(spread -> rate(before, now.spread(), spread)
                        .map(after -> new LoanEvent.RateTermsChanged(
                                from,
                                before.fraction(),
                                after.fraction(),
                                LoanEvent.Basis.of(now),
                                LoanEvent.Basis.of(new RateBasis.Floating(now.tenor(), spread, now.cycleMonths())),
                                batch)));
    }

    private static Result<AnnualRate, RateRefusal> rate(AnnualRate rate, Spread before, Spread after) {
        return AnnualRate.parse(rate.fraction().subtract(before.fraction()).add(after.fraction()));
    }
}
