package io.anju.repayment.change.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.repayment.change.CounterChanging;
import io.anju.repayment.change.http.ChangeOfferView.TermsView;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.ChangeOffer;
import io.anju.repayment.change.model.CounterChange;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of plan from the counter as JSON.
 *
 * @param value what is asked for: the due day, the method, months or instalments
 * @param identifiedBy the paper by which the customer was identified
 * @param unmet conditions of the rule from which the second person lets it off
 * @param simulated what it comes to, as long as it waits
 * @param changeId the change of the loan, once it is approved
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CounterChangeView(
        UUID id,
        UUID loanId,
        ChangeAsk.Kind change,
        String value,
        CounterChange.Paper identifiedBy,
        String reason,
        List<String> unmet,
        State state,
        UUID openedBy,
        Instant openedAt,
        @Nullable Simulation simulated,
        @Nullable UUID changeId,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt) {

    /** How far it is. */
    public enum State {
        WAITING,
        APPROVED,
        DECLINED
    }

    /**
     * Before and after side by side.
     *
     * @param needsAmendment whether it is done only once an amendment of the contract is signed and sealed
     * @param interestDifference paid more in all, fen; negative for less
     */
    @RegisterForReflection
    public record Simulation(boolean needsAmendment, TermsView before, TermsView after, long interestDifference) {

        static Simulation of(ChangeOffer offer) {
            return new Simulation(
                    offer.quote().needsAmendment(),
                    TermsView.of(offer.before()),
                    TermsView.of(offer.after()),
                    offer.interestDifference());
        }
    }

    static CounterChangeView of(CounterChanging.Shown shown) {
        return of(shown.change(), shown.simulated());
    }

    static CounterChangeView of(CounterChange change) {
        return of(change, Optional.empty());
    }

    private static CounterChangeView of(CounterChange change, Optional<ChangeOffer> offer) {
        Simulation simulated = offer.map(Simulation::of).orElse(null);
        return switch (change) {
            case CounterChange.Waiting waiting -> of(waiting.opening(), State.WAITING, simulated, null, null, null);
            case CounterChange.Decided decided ->
                of(
                        decided.opening(),
                        decided.isApproved() ? State.APPROVED : State.DECLINED,
                        simulated,
                        decided.change().orElse(null),
                        decided.by(),
                        decided.at());
        };
    }

    private static CounterChangeView of(
            CounterChange.Opening of,
            State state,
            @Nullable Simulation simulated,
            @Nullable UUID change,
            @Nullable UUID by,
            @Nullable Instant at) {
        return new CounterChangeView(
                of.id(),
                of.loanId(),
                of.ask().kind(),
                of.ask().value(),
                of.paper(),
                of.reason(),
                of.unmet(),
                state,
                of.by(),
                of.at(),
                simulated,
                change,
                by,
                at);
    }
}
