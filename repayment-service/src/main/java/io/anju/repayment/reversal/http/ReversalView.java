package io.anju.repayment.reversal.http;

import io.anju.repayment.reversal.model.PaymentReversal;
import io.anju.repayment.reversal.model.ReversalCause;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reversal as JSON.
 *
 * @param transfer the payment's, in the ledger
 * @param reversal the transfer that undoes it; absent before it is approved
 */
@RegisterForReflection
public record ReversalView(
        UUID id,
        UUID transfer,
        ReversalCause cause,
        String reason,
        State state,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable UUID reversal) {

    /** How far it is. */
    public enum State {
        PROPOSED,
        APPROVED,
        DECLINED
    }

    static ReversalView of(PaymentReversal of) {
        return switch (of) {
            case PaymentReversal.Proposed proposed -> of(proposed.proposal(), State.PROPOSED, null, null, null);
            case PaymentReversal.Declined over -> of(over.proposal(), State.DECLINED, over.by(), over.at(), null);
            case PaymentReversal.Approved over ->
                of(over.proposal(), State.APPROVED, over.by(), over.at(), over.reversal());
        };
    }

    private static ReversalView of(
            PaymentReversal.Proposal of,
            State state,
            @Nullable UUID by,
            @Nullable Instant at,
            @Nullable UUID reversal) {
        return new ReversalView(
                of.id(), of.transfer(), of.cause(), of.reason(), state, of.by(), of.at(), by, at, reversal);
    }
}
