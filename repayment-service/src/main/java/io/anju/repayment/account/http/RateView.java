package io.anju.repayment.account.http;

import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.RepricingDay;
import io.anju.repayment.account.model.RateHistory;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.RateBasis;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan's rate and where it comes from; rates as decimal fractions.
 *
 * @param referenceRate what a floating rate follows
 * @param spread added to it
 * @param repricingMonths cycle in which it is fixed anew
 * @param repricingDay from which day of the year the cycles count: 1 January, or the one of the payout
 * @param nextRepricing when next
 * @param history since the start
 */
@RegisterForReflection
public record RateView(
        UUID loanId,
        LoanView.RateBasisName rateBasis,
        String annualRate,
        ReferenceRate.@Nullable Tenor referenceRate,
        @Nullable String spread,
        @Nullable Integer repricingMonths,
        @Nullable RepricingDay repricingDay,
        @Nullable LocalDate nextRepricing,
        List<Fixing> history) {

    /**
     * @param from first day of the rate
     * @param cause agreed in the contract, fixed on a repricing day, agreed in an amendment, or brought down with those of many loans
     * @param reference value of the reference rate that counted; absent where the rate was agreed
     * @param published when that was published
     */
    @RegisterForReflection
    public record Fixing(
            LocalDate from,
            String annualRate,
            RateHistory.Cause cause,
            @Nullable String reference,
            @Nullable LocalDate published) {

        static Fixing of(RateHistory.Entry entry) {
            return new Fixing(
                    entry.from(),
                    entry.rate().text(),
                    entry.cause(),
                    entry.reference().map(published -> published.value().text()).orElse(null),
                    entry.reference().map(RateHistory.Published::date).orElse(null));
        }
    }

    static RateView of(RateHistory rates) {
        Loan loan = rates.loan();
        List<Fixing> history = rates.entries().stream().map(Fixing::of).toList();
        var floating = loan.agreement().basis() instanceof RateBasis.Floating basis ? basis : null;
        return new RateView(
                loan.agreement().id(),
                LoanView.RateBasisName.of(loan.agreement().basis()),
                history.getLast().annualRate(),
                floating == null ? null : floating.tenor(),
                floating == null ? null : floating.spread().text(),
                floating == null ? null : (Integer) floating.cycleMonths(),
                floating == null ? null : loan.agreement().conditions().repricingDay(),
                loan instanceof Loan.Active active ? active.nextRepricing().orElse(null) : null,
                history);
    }
}
