package io.anju.repayment.change.http;

import io.anju.repayment.change.RateRequests;
import io.anju.repayment.change.http.RateChangeResource.RateChangeAsk;
import io.anju.repayment.change.http.RateChangeResource.RateKind;
import io.anju.repayment.change.model.RateRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rate request, for staff.
 *
 * @param cycleMonths the repricing cycle that is asked for; absent where none is
 * @param unmet conditions that were not met when it was asked
 * @param quote the offer; absent while there is none
 */
@RegisterForReflection
public record StaffRateRequestView(
        UUID id,
        UUID loanId,
        UUID customerId,
        RateKind change,
        @Nullable Integer cycleMonths,
        String reason,
        List<String> unmet,
        Instant askedAt,
        RateRequests.State state,
        @Nullable Recommended recommendation,
        @Nullable UUID quote,
        @Nullable Decided decision) {

    /** The first officer's advice. */
    @RegisterForReflection
    public record Recommended(RateRequest.Verdict recommendation, String note, UUID by, Instant at) {}

    /** The second one's word. */
    @RegisterForReflection
    public record Decided(String reason, UUID by, Instant at) {}

    static StaffRateRequestView of(RateRequest request) {
        return switch (request) {
            case RateRequest.Offered offered ->
                of(request, Optional.empty(), Optional.of(offered.quote()), Optional.empty());
            case RateRequest.Waiting waiting -> of(request, Optional.empty(), Optional.empty(), Optional.empty());
            case RateRequest.Recommended advised ->
                of(request, Optional.of(advised.advice()), Optional.empty(), Optional.empty());
            case RateRequest.Approved yes ->
                of(request, Optional.of(yes.advice()), Optional.of(yes.quote()), Optional.of(yes.decision()));
            case RateRequest.Declined no ->
                of(request, Optional.of(no.advice()), Optional.empty(), Optional.of(no.decision()));
            case RateRequest.Withdrawn gone -> of(request, gone.advice(), Optional.empty(), Optional.empty());
        };
    }

    private static StaffRateRequestView of(
            RateRequest request,
            Optional<RateRequest.Advice> advice,
            Optional<UUID> quote,
            Optional<RateRequest.Decision> decision) {
        RateRequest.Asked asked = request.asked();
        RateChangeAsk wanted = RateChangeAsk.of(asked.ask());
        return new StaffRateRequestView(
                asked.id(),
                asked.loanId(),
                asked.customerId(),
                wanted.change(),
                wanted.cycleMonths(),
                asked.reason(),
                asked.unmet(),
                asked.at(),
                RateRequests.State.of(request),
                advice.map(it -> new Recommended(it.verdict(), it.note(), it.by(), it.at()))
                        .orElse(null),
                quote.orElse(null),
                decision.map(it -> new Decided(it.reason(), it.by(), it.at())).orElse(null));
    }
}
