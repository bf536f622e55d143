package io.anju.repayment.card;

import io.anju.kit.event.DomainEvent;
import io.anju.repayment.card.model.Card;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** What others are told of a customer's cards: whoever holds the phone may be somebody else. */
public final class CardAnnouncements {

    private CardAnnouncements() {}

    /**
     * Data of {@code anju.card.bound.v1}, after which the card can be debited, and of {@code anju.card.unbound.v1}, after
     * which it cannot.
     *
     * @param last4 of the card's number: all that is ever shown of it
     */
    @RegisterForReflection
    public record CardData(UUID cardId, UUID customerId, String last4) {}

    static DomainEvent bound(Card.Bound card) {
        return told("anju.card.bound.v1", card);
    }

    static DomainEvent unbound(Card.Bound card) {
        return told("anju.card.unbound.v1", card);
    }

    private static DomainEvent told(String type, Card.Bound card) {
        return new DomainEvent(type, card.id().toString(), new CardData(card.id(), card.customerId(), card.last4()));
    }
}
