package io.anju.repayment.card.http;

import io.anju.repayment.card.model.Card;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card as its owner sees it.
 *
 * @param last4 last four digits; absent until it is bound
 * @param preferred whether instalments are debited from it by themselves: the default, first in the order
 * @param position its place in the order in which cards are tried, from 1; absent unless it is bound
 * @param fallback whether it may be debited by itself when a card before it has refused
 */
@RegisterForReflection
public record CardView(
        UUID id,
        State state,
        @Nullable String last4,
        @Nullable String bank,
        boolean preferred,
        @Nullable Integer position,
        boolean fallback) {

    /** How far the binding is. */
    public enum State {
        REQUESTED,
        REFUSED,
        PENDING,
        BOUND,
        UNBOUND
    }

    private CardView(UUID id, State state) {
        this(id, state, null, null, false, null, false);
    }

    static CardView of(Card card) {
        return switch (card) {
            case Card.Requested requested -> new CardView(requested.id(), State.REQUESTED);
            case Card.Refused refused -> new CardView(refused.id(), State.REFUSED);
            case Card.Pending pending -> new CardView(pending.id(), State.PENDING);
            case Card.Bound bound ->
                new CardView(
                        bound.id(),
                        State.BOUND,
                        bound.last4(),
                        bound.bank(),
                        bound.preferred(),
                        bound.position(),
                        bound.fallback());
            case Card.Unbound gone ->
                new CardView(gone.id(), State.UNBOUND, gone.last4(), gone.bank(), false, null, false);
        };
    }
}
