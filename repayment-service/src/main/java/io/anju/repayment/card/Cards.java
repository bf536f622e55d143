package io.anju.repayment.card;

import io.anju.kit.tx.Tx;
import io.anju.repayment.card.model.Card;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where cards are kept. */
public interface Cards {

    /** Keeps a card, new or changed. */
    Uni<Void> save(Tx tx, Card card);

    /** The customer's card. */
    Uni<Optional<Card>> find(Tx tx, UUID customerId, UUID id);

    /** The customer's card, locked until the transaction ends together with all others that are bound or about to be. */
    Uni<Optional<Card>> findForUpdate(Tx tx, UUID customerId, UUID id);

    /** The customer's bound cards in their order, the preferred one first. */
    Uni<List<Card.Bound>> listBound(Tx tx, UUID customerId);

    /**
     * The cards of each of these customers that may be debited by themselves, in their order: the preferred one, and those
     * that its holder has agreed to as a fallback.
     */
    Uni<Map<UUID, List<Card.Bound>>> debitedOf(Tx tx, Collection<UUID> customerIds);

    /** The preferred card of each of these customers who has one. */
    Uni<Map<UUID, Card.Bound>> preferredOf(Tx tx, Collection<UUID> customerIds);
}
