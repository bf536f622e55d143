package io.anju.repayment.account;

import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.wallet.WalletLinks;
import io.anju.repayment.wallet.model.WalletLink;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can take money from a customer by itself, in one list. */
@ApplicationScoped
public class AutomaticDebits {

    private static final int MOST_LOANS = 100;

    private final Loans loans;
    private final Cards cards;
    private final WalletLinks wallets;

    AutomaticDebits(Loans loans, Cards cards, WalletLinks wallets) {
        this.loans = loans;
        this.cards = cards;
        this.wallets = wallets;
    }

    /**
     * A loan whose instalments are debited.
     *
     * @param from what they are debited from; empty when there is nothing, so that nothing is debited
     */
    public record Debit(Loan.Active loan, Optional<From> from) {}

    /** What instalments are debited from. */
    public sealed interface From {

        /** The preferred card. */
        record OfCard(Card.Bound card) implements From {}

        /** The wallet that was chosen for this loan. */
        record OfWallet(WalletLink.Linked link) implements From {}
    }

    /** The customer's. */
    public Uni<List<Debit>> list(Tx tx, UUID customerId) {
        return loans.listOfCustomer(tx, customerId, Optional.empty(), MOST_LOANS)
                .flatMap(all -> {
                    List<Loan.Active> billing = all.stream()
                            .map(StoredLoan::loan)
                            .filter(Loan.Active.class::isInstance)
                            .map(Loan.Active.class::cast)
                            .filter(Loan.Active::isBilling)
                            .toList();
                    List<UUID> ids =
                            billing.stream().map(loan -> loan.agreement().id()).toList();
                    return cards.preferredOf(tx, List.of(customerId))
                            .flatMap(preferred -> wallets.automaticOf(tx, ids)
                                    .map(automatic -> billing.stream()
                                            .map(loan ->
                                                    new Debit(loan, from(loan, automatic, preferred.get(customerId))))
                                            .toList()));
                });
    }

    private static Optional<From> from(
            Loan.Active loan, Map<UUID, WalletLink.Linked> automatic, Card.@Nullable Bound card) {
        WalletLink.Linked link = automatic.get(loan.agreement().id());
        return link != null
                ? Optional.of(new From.OfWallet(link))
                : Optional.ofNullable(card).map(From.OfCard::new);
    }
}
