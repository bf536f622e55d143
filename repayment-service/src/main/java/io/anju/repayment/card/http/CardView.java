package io.anju.repayment.card.http;

import io.anju.repayment.card.model.Card;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card as its owner sees it.
 *
 * @param last4 last four digits; absent until it is bound
 * @param preferred whether instalments are debited from it by themselves
 */
@RegisterForReflection
public record CardView(
        UUID id,
        State state,
        @Nullable String last4,
        @Nullable String bank,
        boolean preferred) {

    /** How far the binding is. */
    public enum State {
        REQUESTED,
        REFUSED,
        PENDING,
        BOUND,
        UNBOUND
    }

    static CardView of(Card card) {
        return switch (card) {
            case Card.Requested requested -> new CardView(requested.id(), State.REQUESTED, null, null, false);
            case Card.Refused refused -> new CardView(refused.id(), State.REFUSED, null, null, false);
            case Card.Pending pending -> new CardView(pending.id(), State.PENDING, null, null, false);
            case Card.Bound bound ->
                new CardView(bound.id(), State.BOUND, bound.last4(), bound.bank(), bound.preferred());
            case Card.Unbound gone -> new CardView(gone.id(), State.UNBOUND, gone.last4(), gone.bank(), false);
        };
    }
}
