package io.anju.repayment.card;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.card.model.CardOrder;
import io.anju.repayment.card.model.CardRefusal;
import io.anju.repayment.loan.Loans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Binds, chooses and unbinds cards. Identity and the card network are called between transactions, never inside one: what
 * is wanted is kept first, with the verification burnt, so that a used one never causes a code to be sent; then the
 * network is asked, under a reference of ours, so that asking again is harmless; then its answer is kept. Whoever dies in
 * between is helped by the same request again.
 */
@ApplicationScoped
public class CardBinding {

    /** Cards that one customer can have bound. */
    public static final int MOST = 10;

    private final Transactions transactions;
    private final Cards cards;
    private final CardNetwork network;
    private final Parties parties;
    private final Loans loans;
    private final OtherPayers others;
    private final Outbox outbox;
    private final Ids ids;

    CardBinding(
            Transactions transactions,
            Cards cards,
            CardNetwork network,
            Parties parties,
            Loans loans,
            OtherPayers others,
            Outbox outbox,
            Ids ids) {
        this.transactions = transactions;
        this.cards = cards;
        this.network = network;
        this.parties = parties;
        this.loans = loans;
        this.others = others;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** The customer's bound cards in their order, the preferred one first. */
    public Uni<List<Card.Bound>> list(Tx tx, UUID customerId) {
        return cards.listBound(tx, customerId);
    }

    /** One of the customer's cards, whatever became of it. */
    public Uni<Optional<Card>> find(Tx tx, UUID customerId, UUID cardId) {
        return cards.find(tx, customerId, cardId)
                .flatMap(found -> found.orElse(null) instanceof Card.Bound
                        ? cards.listBound(tx, customerId).map(all -> inOrder(all, cardId))
                        : Uni.createFrom().item(found));
    }

    private static Optional<Card> inOrder(List<Card.Bound> all, UUID cardId) {
        return all.stream()
                .filter(card -> card.id().equals(cardId))
                .<Card>map(card -> card)
                .findFirst();
    }

    /** Who the network is told that the holder is. Not in a transaction: it asks identity. */
    public Uni<Result<Party, CardRefusal>> holder(UUID customerId) {
        return parties.findForCardBinding(customerId)
                .map(found -> found.<Result<Party, CardRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new CardRefusal.HolderUnknown())));
    }

    /** Keeps that a card is wanted; {@link #begin} follows. */
    public Uni<Card.Requested> request(Tx tx, UUID customerId) {
        var requested = new Card.Requested(ids.next(), customerId);
        return cards.save(tx, requested).replaceWith(requested);
    }

    /**
     * Begins: the network checks the four elements and sends a code. Not in a transaction. For a card that is further
     * already it answers with that.
     */
    public Uni<Result<Card, CardRefusal>> begin(UUID cardId, UUID customerId, Party holder, String cardNumber) {
        return transactions
                .run(tx -> cards.find(tx, customerId, cardId))
                .flatMap(found -> found.orElse(null) instanceof Card.Requested requested
                        ? network.begin(cardId, holder, cardNumber)
                                .flatMap(answer -> transactions.run(tx -> keepBegun(tx, requested, answer)))
                        : Uni.createFrom().item(found))
                .map(card -> answer(cardId, card));
    }

    /** What another request of the same kind has kept meanwhile stays. */
    private Uni<Optional<Card>> keepBegun(
            Tx tx, Card.Requested requested, Result<String, CardRefusal.NotAccepted> answer) {
        Card next = switch (answer) {
            case Result.Ok<String, CardRefusal.NotAccepted>(String bindingId) -> requested.begun(bindingId);
            case Result.Refused<String, CardRefusal.NotAccepted>(CardRefusal.NotAccepted not) ->
                requested.refused(not.reason());
        };
        return cards.findForUpdate(tx, requested.customerId(), requested.id())
                .flatMap(now -> now.filter(Card.Requested.class::isInstance).isPresent()
                        ? cards.save(tx, next).replaceWith(Optional.of(next))
                        : Uni.createFrom().item(now));
    }

    private static Result<Card, CardRefusal> answer(UUID cardId, Optional<Card> found) {
        return switch (found.orElse(null)) {
            case null -> Result.refused(new CardRefusal.NoSuchCard(cardId));
            case Card.Refused refused -> Result.refused(new CardRefusal.NotAccepted(refused.reason()));
            case Card card -> Result.ok(card);
        };
    }

    /**
     * Has the network check the code; {@link #bind} follows. Not in a transaction. Empty for a card that is bound already,
     * of which nothing is asked.
     */
    public Uni<Result<Optional<CardNetwork.Token>, CardRefusal>> confirm(UUID customerId, UUID cardId, String code) {
        return transactions.run(tx -> cards.find(tx, customerId, cardId)).flatMap(found -> switch (found.orElse(null)) {
            case Card.Pending pending ->
                network.confirm(pending.bindingId(), code).map(result -> result.map(Optional::of));
            case Card.Bound bound -> Uni.createFrom().item(Result.ok(Optional.empty()));
            case null, default -> refused(new CardRefusal.NoSuchCard(cardId));
        });
    }

    /** Binds the card that the network has given a token for; the first card is the preferred one. */
    public Uni<Result<Card.Bound, CardRefusal>> bind(
            Tx tx, UUID customerId, UUID cardId, Optional<CardNetwork.Token> token) {
        return cards.findForUpdate(tx, customerId, cardId).flatMap(found -> switch (found.orElse(null)) {
            case Card.Pending pending when token.isPresent() -> bind(tx, pending, token.get());
            case Card.Bound bound -> Uni.createFrom().item(Result.ok(bound));
            case null, default -> refused(new CardRefusal.NoSuchCard(cardId));
        });
    }

    /** Has instalments debited from this card: it is the first in the order. */
    public Uni<Result<Card.Bound, CardRefusal>> prefer(Tx tx, UUID customerId, UUID cardId) {
        return reorder(tx, customerId, cardId, order -> order.preferring(cardId));
    }

    /**
     * Puts the card at a place in the order, from 1, which is the default; behind all others where there are fewer.
     *
     * @param fallback whether it may be debited by itself when a card before it has refused
     */
    public Uni<Result<Card.Bound, CardRefusal>> place(
            Tx tx, UUID customerId, UUID cardId, int position, boolean fallback) {
        return reorder(tx, customerId, cardId, order -> order.moved(cardId, position, fallback));
    }

    private Uni<Result<Card.Bound, CardRefusal>> reorder(
            Tx tx, UUID customerId, UUID cardId, UnaryOperator<CardOrder> change) {
        return cards.findForUpdate(tx, customerId, cardId)
                .flatMap(found -> found.orElse(null) instanceof Card.Bound
                        ? cards.listBound(tx, customerId).flatMap(all -> {
                            CardOrder after = change.apply(new CardOrder(all));
                            return save(tx, all, after).replaceWith(Result.ok(after.one(cardId)));
                        })
                        : refused(new CardRefusal.NoSuchCard(cardId)));
    }

    /**
     * Unbinds. When it is the last card and a loan is not repaid, that is refused unless the customer goes on knowingly.
     */
    public Uni<Result<Card.Unbound, CardRefusal>> unbind(Tx tx, UUID customerId, UUID cardId, boolean acknowledged) {
        return cards.findForUpdate(tx, customerId, cardId)
                .flatMap(found -> found.orElse(null) instanceof Card.Bound bound
                        ? leavesLoanWithoutWayToPay(tx, bound)
                                .flatMap(leaves -> leaves && !acknowledged
                                        ? refused(new CardRefusal.LeavesLoanWithoutWayToPay(cardId))
                                        : remove(tx, bound))
                        : refused(new CardRefusal.NoSuchCard(cardId)));
    }

    private Uni<Result<Card.Bound, CardRefusal>> bind(Tx tx, Card.Pending pending, CardNetwork.Token token) {
        return cards.listBound(tx, pending.customerId()).flatMap(others -> {
            Optional<Card.Bound> same = others.stream()
                    .filter(card -> card.token().equals(token.token()))
                    .findFirst();
            if (same.isPresent()) {
                return refused(new CardRefusal.AlreadyBound(same.get().id()));
            }
            if (others.size() >= MOST) {
                return refused(new CardRefusal.TooMany(MOST));
            }
            Card.Bound bound = pending.confirmed(token.token(), token.last4(), token.bank(), others.size() + 1);
            return cards.save(tx, bound)
                    .flatMap(done -> outbox.append(tx, CardAnnouncements.bound(bound)))
                    .replaceWith(Result.ok(bound));
        });
    }

    /** Keeps the cards whose place in the order is another one. */
    private Uni<Void> save(Tx tx, List<Card.Bound> before, CardOrder after) {
        Uni<Void> saved = Uni.createFrom().voidItem();
        for (Card.Bound card : after.changedFrom(before)) {
            saved = saved.flatMap(done -> cards.save(tx, card));
        }
        return saved;
    }

    private Uni<Result<Card.Unbound, CardRefusal>> remove(Tx tx, Card.Bound bound) {
        Card.Unbound gone = bound.unbound();
        return cards.listBound(tx, bound.customerId())
                .flatMap(all ->
                        cards.save(tx, gone).flatMap(done -> save(tx, all, new CardOrder(all).without(bound.id()))))
                .flatMap(done -> outbox.append(tx, CardAnnouncements.unbound(bound)))
                .replaceWith(Result.ok(gone));
    }

    private Uni<Boolean> leavesLoanWithoutWayToPay(Tx tx, Card.Bound bound) {
        UUID customer = bound.customerId();
        return cards.listBound(tx, customer)
                .flatMap(all -> all.size() > 1
                        ? Uni.createFrom().item(false)
                        : loans.hasActive(tx, customer)
                                .flatMap(active -> active
                                        ? others.payForAll(tx, customer).map(paid -> !paid)
                                        : Uni.createFrom().item(false)));
    }

    private static <T> Uni<Result<T, CardRefusal>> refused(CardRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
