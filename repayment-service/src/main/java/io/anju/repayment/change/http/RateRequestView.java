package io.anju.repayment.change.http;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.Spread;
import io.anju.repayment.change.RateRequesting;
import io.anju.repayment.change.http.RateChangeResource.RateChangeAsk;
import io.anju.repayment.change.http.RateChangeResource.RateKind;
import io.anju.repayment.change.model.ChangeQuote;
import io.anju.repayment.change.model.RateRequest;
import io.anju.repayment.loan.model.LoanEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rate request, for the borrower.
 *
 * @param cycleMonths the repricing cycle that is asked for; absent where none is
 * @param unmet conditions of the bank that were not met, so that officers decide
 * @param quote the offer, taken by {@code POST /loans/{loan}/rate-changes}; absent while there is none
 * @param offer what it is; absent in lists
 * @param decision in the officers' words
 * @param grantedUntil of what officers granted: until that day an offer that is not honoured any more is made anew, with
 *     the refusal of who wants to take it
 */
@RegisterForReflection
public record RateRequestView(
        UUID id,
        UUID loanId,
        RateKind change,
        @Nullable Integer cycleMonths,
        String reason,
        State state,
        List<String> unmet,
        Instant askedAt,
        @Nullable UUID quote,
        @Nullable OfferedRate offer,
        @Nullable String decision,
        @Nullable Instant decidedAt,
        @Nullable LocalDate grantedUntil,
        @Nullable Instant withdrawnAt) {

    /** How far it is. */
    public enum State {
        /** The rule has granted it: the offer can be taken. */
        OFFERED,
        /** Officers look at it. */
        IN_REVIEW,
        /** Officers have granted it: the offer can be taken. */
        APPROVED,
        DECLINED,
        /** The borrower does without it. */
        WITHDRAWN
    }

    /**
     * What is offered; rates as decimal fractions.
     *
     * @param validUntil last day on which it can be taken, unless something happens to the loan before
     * @param spread absent for a fixed rate, as are the next two
     */
    @RegisterForReflection
    public record OfferedRate(
            LocalDate effectiveFrom,
            LocalDate validUntil,
            boolean needsAmendment,
            String annualRateNow,
            String annualRate,
            @Nullable String spread,
            @Nullable String referenceRate,
            @Nullable Integer repricingMonths) {

        static Optional<OfferedRate> of(ChangeQuote quote) {
            return quote.event() instanceof LoanEvent.RateTermsChanged event
                    ? Optional.of(of(quote, event))
                    : Optional.empty();
        }

        private static OfferedRate of(ChangeQuote quote, LoanEvent.RateTermsChanged event) {
            LoanEvent.Basis after = event.after();
            return new OfferedRate(
                    event.date(),
                    quote.validUntil(),
                    quote.needsAmendment(),
                    AnnualRate.of(event.oldRate()).text(),
                    AnnualRate.of(event.rate()).text(),
                    after.spread() == null ? null : new Spread(after.spread()).text(),
                    after.referenceRate() == null ? null : after.referenceRate().name(),
                    after.cycleMonths());
        }
    }

    static RateRequestView of(RateRequesting.Answered answered) {
        return of(answered.request(), answered.offer().flatMap(OfferedRate::of));
    }

    static RateRequestView of(RateRequest request) {
        return of(request, Optional.empty());
    }

    private static RateRequestView of(RateRequest request, Optional<OfferedRate> offer) {
        return switch (request) {
            case RateRequest.Offered offered -> of(request, State.OFFERED, offered.quote(), offer, null, null, null);
            case RateRequest.Open open -> of(request, State.IN_REVIEW, null, offer, null, null, null);
            case RateRequest.Approved yes ->
                of(request, State.APPROVED, yes.quote(), offer, yes.decision(), yes.grantedUntil(), null);
            case RateRequest.Declined no -> of(request, State.DECLINED, null, offer, no.decision(), null, null);
            case RateRequest.Withdrawn gone -> of(request, State.WITHDRAWN, null, offer, null, null, gone.at());
        };
    }

    private static RateRequestView of(
            RateRequest request,
            State state,
            @Nullable UUID quote,
            Optional<OfferedRate> offer,
            RateRequest.@Nullable Decision decision,
            @Nullable LocalDate grantedUntil,
            @Nullable Instant withdrawnAt) {
        RateRequest.Asked asked = request.asked();
        RateChangeAsk wanted = RateChangeAsk.of(asked.ask());
        return new RateRequestView(
                asked.id(),
                asked.loanId(),
                wanted.change(),
                wanted.cycleMonths(),
                asked.reason(),
                state,
                asked.unmet(),
                asked.at(),
                quote,
                offer.orElse(null),
                decision == null ? null : decision.reason(),
                decision == null ? null : decision.at(),
                grantedUntil,
                withdrawnAt);
    }
}
