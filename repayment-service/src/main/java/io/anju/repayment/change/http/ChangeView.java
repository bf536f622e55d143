package io.anju.repayment.change.http;

import io.anju.repayment.change.model.AgreedChange;
import io.anju.repayment.change.model.ChangeAsk;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer taken, and what became of it.
 *
 * @param amendment where the amendment is read and signed, once it is drafted; absent when none is needed
 * @param signBy last day on which it can be signed
 * @param reason how the amendment came to nothing: DECLINED, EXPIRED, WITHDRAWN
 */
@RegisterForReflection
public record ChangeView(
        UUID id,
        UUID quote,
        ChangeAsk.Kind change,
        LocalDate effectiveFrom,
        Instant createdAt,
        State state,
        @Nullable String amendment,
        @Nullable LocalDate signBy,
        @Nullable String reason) {

    /** Whether the loan is changed. */
    public enum State {
        /** The amendment of the contract is not sealed yet; the loan's figures stay until it is, or has ended. */
        AWAITING_AMENDMENT,
        DONE,
        /** The amendment came to nothing; the loan is as it was. */
        ENDED
    }

    static ChangeView of(AgreedChange change) {
        return switch (change) {
            case AgreedChange.Awaiting awaiting -> of(awaiting, State.AWAITING_AMENDMENT, null);
            case AgreedChange.Done done -> of(done, State.DONE, null);
            case AgreedChange.Ended ended -> of(ended, State.ENDED, ended.reason());
        };
    }

    private static ChangeView of(AgreedChange change, State state, @Nullable String reason) {
        var quote = change.quote();
        return new ChangeView(
                change.id(),
                quote.id(),
                quote.ask().kind(),
                quote.event().date(),
                change.createdAt(),
                state,
                quote.needsAmendment() ? "/api/v1/contracts/" + change.id() : null,
                quote.needsAmendment() ? quote.validUntil() : null,
                reason);
    }
}
