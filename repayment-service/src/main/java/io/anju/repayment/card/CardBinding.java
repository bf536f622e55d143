package io.anju.repayment.card;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Tx;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.card.model.CardRefusal;
import io.anju.repayment.loan.Loans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Binds, chooses and unbinds cards. The calls to identity and the network are made inside the transaction that burns
 * the verification, after it: a used verification thus never causes a code to be sent, and when the network is away
 * nothing is used up.
 */
@ApplicationScoped
public class CardBinding {

    /** Cards that one customer can have bound. */
    public static final int MOST = 10;

    private final Cards cards;
    private final CardNetwork network;
    private final Parties parties;
    private final Loans loans;
    private final OtherPayers others;
    private final Ids ids;

    CardBinding(Cards cards, CardNetwork network, Parties parties, Loans loans, OtherPayers others, Ids ids) {
        this.cards = cards;
        this.network = network;
        this.parties = parties;
        this.loans = loans;
        this.others = others;
        this.ids = ids;
    }

    /** The customer's bound cards, the preferred one first. */
    public Uni<List<Card.Bound>> list(Tx tx, UUID customerId) {
        return cards.listBound(tx, customerId);
    }

    /** Begins: the network checks the four elements and sends a code. */
    public Uni<Result<Card.Pending, CardRefusal>> begin(Tx tx, UUID customerId, String cardNumber) {
        return parties.findForCardBinding(customerId)
                .flatMap(party -> party.map(holder -> network.begin(holder, cardNumber)
                                .flatMap(began -> ifOk(began, bindingId -> {
                                    var pending = new Card.Pending(ids.next(), customerId, bindingId);
                                    return cards.save(tx, pending).replaceWith(Result.ok(pending));
                                })))
                        .orElseGet(() -> refused(new CardRefusal.HolderUnknown())));
    }

    /** Ends the binding with the code; the first card is the preferred one. */
    public Uni<Result<Card.Bound, CardRefusal>> confirm(Tx tx, UUID customerId, UUID cardId, String code) {
        return cards.findForUpdate(tx, customerId, cardId)
                .flatMap(found -> found.orElse(null) instanceof Card.Pending pending
                        ? network.confirm(pending.bindingId(), code)
                                .flatMap(token -> ifOk(token, t -> bind(tx, pending, t)))
                        : refused(new CardRefusal.NoSuchCard(cardId)));
    }

    /** Has instalments debited from this card. */
    public Uni<Result<Card.Bound, CardRefusal>> prefer(Tx tx, UUID customerId, UUID cardId) {
        return cards.findForUpdate(tx, customerId, cardId)
                .flatMap(found -> found.orElse(null) instanceof Card.Bound chosen
                        ? cards.listBound(tx, customerId).flatMap(all -> preferOnly(tx, all, chosen))
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
            Card.Bound bound = pending.confirmed(token.token(), token.last4(), token.bank(), others.isEmpty());
            return cards.save(tx, bound).replaceWith(Result.ok(bound));
        });
    }

    private Uni<Result<Card.Bound, CardRefusal>> preferOnly(Tx tx, List<Card.Bound> all, Card.Bound chosen) {
        Uni<Void> saved = Uni.createFrom().voidItem();
        for (Card.Bound card : all) {
            if (card.preferred() && !card.id().equals(chosen.id())) {
                saved = saved.flatMap(done -> cards.save(tx, card.preferred(false)));
            }
        }
        Card.Bound preferred = chosen.preferred(true);
        return saved.flatMap(done -> cards.save(tx, preferred)).replaceWith(Result.ok(preferred));
    }

    private Uni<Result<Card.Unbound, CardRefusal>> remove(Tx tx, Card.Bound bound) {
        Card.Unbound gone = bound.unbound();
        return cards.save(tx, gone)
                .flatMap(done -> cards.listBound(tx, bound.customerId()))
                .flatMap(rest -> bound.preferred() && !rest.isEmpty()
                        ? cards.save(tx, rest.getFirst().preferred(true))
                        : Uni.createFrom().voidItem())
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

    private static <T, U> Uni<Result<U, CardRefusal>> ifOk(
            Result<T, CardRefusal> result, Function<T, Uni<Result<U, CardRefusal>>> next) {
        return switch (result) {
            case Result.Ok<T, CardRefusal>(T value) -> next.apply(value);
            case Result.Refused<T, CardRefusal>(CardRefusal refusal) -> refused(refusal);
        };
    }

    private static <T> Uni<Result<T, CardRefusal>> refused(CardRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
