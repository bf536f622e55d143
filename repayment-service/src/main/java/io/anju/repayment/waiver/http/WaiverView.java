package io.anju.repayment.waiver.http;

import io.anju.repayment.waiver.model.Waiver;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A waiver as JSON.
 *
 * @param instalment whose late charges
 * @param amount of them, fen
 */
@RegisterForReflection
public record WaiverView(
        UUID id,
        int instalment,
        long amount,
        String reason,
        State state,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt) {

    /** How far it is. */
    public enum State {
        PROPOSED,
        APPROVED,
        DECLINED
    }

    static WaiverView of(Waiver waiver) {
        return switch (waiver) {
            case Waiver.Proposed proposed -> of(proposed.proposal(), State.PROPOSED, null, null);
            case Waiver.Decided decided ->
                of(
                        decided.proposal(),
                        decided.approved() ? State.APPROVED : State.DECLINED,
                        decided.by(),
                        decided.at());
        };
    }

    private static WaiverView of(Waiver.Proposal of, State state, @Nullable UUID by, @Nullable Instant at) {
        return new WaiverView(of.id(), of.instalment(), of.amount(), of.reason(), state, of.by(), of.at(), by, at);
    }
}
