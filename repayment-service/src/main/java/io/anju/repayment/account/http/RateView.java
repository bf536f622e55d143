package io.anju.repayment.account.http;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
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
        @Nullable LocalDate nextRepricing,
        List<Fixing> history) {

    /**
     * @param from first day of the rate
     * @param reference value of the reference rate that counted; absent for the first, which was agreed
     * @param published when that was published
     */
    @RegisterForReflection
    public record Fixing(
            LocalDate from,
            String annualRate,
            @Nullable String reference,
            @Nullable LocalDate published) {

        static Fixing of(LoanEvent.Repriced event) {
            return new Fixing(
                    event.date(),
                    AnnualRate.of(event.newRate()).text(),
                    AnnualRate.of(event.reference()).text(),
                    event.published());
        }
    }

    static RateView of(Loan loan, List<LoanEvent.Repriced> repricings) {
        var terms = loan.agreement().terms();
        List<Fixing> history = new java.util.ArrayList<>();
        history.add(new Fixing(terms.startDate(), terms.annualRate().text(), null, null));
        repricings.forEach(event -> history.add(Fixing.of(event)));
        var floating = loan.agreement().basis() instanceof RateBasis.Floating basis ? basis : null;
        return new RateView(
                loan.agreement().id(),
                LoanView.RateBasisName.of(loan.agreement().basis()),
                history.getLast().annualRate(),
                floating == null ? null : floating.tenor(),
                floating == null ? null : floating.spread().fraction().toPlainString(),
                floating == null ? null : (Integer) floating.cycleMonths(),
                loan instanceof Loan.Active active ? active.nextRepricing().orElse(null) : null,
                List.copyOf(history));
    }
}
