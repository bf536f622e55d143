package io.anju.repayment.wallet;

import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.wallet.model.Impact;
import io.anju.repayment.wallet.model.WalletAccount;
import io.anju.repayment.wallet.model.WalletLink;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Works out what closing a link brings, and what pays after it. */
@ApplicationScoped
public class Impacts {

    private final Loans loans;
    private final Bills bills;
    private final Cards cards;

    Impacts(Loans loans, Bills bills, Cards cards) {
        this.loans = loans;
        this.bills = bills;
        this.cards = cards;
    }

    /**
     * What comes after.
     *
     * @param nextDue empty when nothing more falls due
     * @param nextAmount fen
     * @param card that is debited then; empty when none is bound
     */
    public record Afterwards(Optional<LocalDate> nextDue, long nextAmount, Optional<Card.Bound> card) {}

    /** What closing this link would bring today, its wallet holding so much. */
    public Uni<Impact> of(Tx tx, WalletLink link, WalletAccount account) {
        WalletLink.Facts facts = link.facts();
        return bills.listUnpaid(tx, List.of(facts.loanId()))
                .flatMap(unpaid -> afterwards(tx, facts).map(after -> impact(link, account, unpaid, after)));
    }

    /** What pays the loan's next instalment without the wallet. */
    public Uni<Afterwards> afterwards(Tx tx, WalletLink.Facts link) {
        UUID customer = link.customerId();
        return loans.find(tx, link.loanId())
                .flatMap(found -> cards.preferredOf(tx, List.of(customer))
                        .map(preferred -> afterwards(
                                found.map(StoredLoan::loan).orElse(null),
                                Optional.ofNullable(preferred.get(customer)))));
    }

    private static Afterwards afterwards(@Nullable Loan loan, Optional<Card.Bound> card) {
        return loan instanceof Loan.Active active && active.isBilling()
                ? new Afterwards(
                        Optional.of(active.position().nextDue()),
                        active.bill().instalment().amount(),
                        card)
                : new Afterwards(Optional.empty(), 0, card);
    }

    private static Impact impact(WalletLink link, WalletAccount account, List<Bill.Unpaid> unpaid, Afterwards after) {
        return new Impact(
                link.automatic(),
                after.nextDue(),
                after.nextAmount(),
                unpaid.size(),
                account,
                link.facts().limit(),
                after.card().isPresent());
    }
}
