package io.anju.repayment.change.http;

import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.Outlook;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.ChangeOffer;
import io.anju.repayment.change.model.Check;
import io.anju.repayment.loan.model.LoanEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change simulated, before and after side by side. Amounts in fen; rates as decimal fractions.
 *
 * @param id to take it with
 * @param effectiveFrom day from which it counts
 * @param validUntil last day on which it can be taken, unless something happens to the loan before
 * @param needsAmendment whether it is done only once an amendment of the contract is signed and sealed
 * @param eligibility the conditions and the figures that they were decided by
 * @param interestDifference paid more in all; negative for less
 */
@RegisterForReflection
public record ChangeOfferView(
        UUID id,
        UUID loanId,
        ChangeAsk.Kind change,
        LocalDate effectiveFrom,
        LocalDate validUntil,
        boolean needsAmendment,
        List<Check> eligibility,
        TermsView before,
        TermsView after,
        long interestDifference) {

    /**
     * Terms and what is to come under them.
     *
     * @param referenceRate what a floating rate follows; absent for a fixed one, as are the next three
     */
    @RegisterForReflection
    public record TermsView(
            Method method,
            int dueDay,
            LocalDate nextDueDate,
            String annualRate,
            ReferenceRate.@Nullable Tenor referenceRate,
            @Nullable String spread,
            @Nullable Integer repricingMonths,
            @Nullable LocalDate nextRepricing,
            Outlook outlook) {

        static TermsView of(ChangeOffer.Terms terms) {
            LoanEvent.Basis basis = LoanEvent.Basis.of(terms.basis());
            return new TermsView(
                    terms.method(),
                    terms.dueDay(),
                    terms.nextDue(),
                    terms.rate().text(),
                    basis.referenceRate(),
                    basis.spread() == null ? null : new Spread(basis.spread()).text(),
                    basis.cycleMonths(),
                    terms.nextRepricing().orElse(null),
                    terms.outlook());
        }
    }

    static ChangeOfferView of(ChangeOffer offer) {
        return new ChangeOfferView(
                offer.quote().id(),
                offer.quote().loanId(),
                offer.quote().ask().kind(),
                offer.quote().event().date(),
                offer.quote().validUntil(),
                offer.quote().needsAmendment(),
                offer.eligibility(),
                TermsView.of(offer.before()),
                TermsView.of(offer.after()),
                offer.interestDifference());
    }
}
