package io.anju.repayment.wallet;

import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoppedDebits;
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
    private final StoppedDebits stops;

    Impacts(Loans loans, Bills bills, Cards cards, StoppedDebits stops) {
        this.loans = loans;
        this.bills = bills;
        this.cards = cards;
        this.stops = stops;
    }

    /**
     * What comes after.
     *
     * @param nextDue empty when nothing more falls due
     * @param nextAmount fen
     * @param card that is preferred; empty when none is bound
     * @param stopped by the borrower, so that nothing is debited by itself
     */
    public record Afterwards(Optional<LocalDate> nextDue, long nextAmount, Optional<Card.Bound> card, boolean stopped) {

        /** The card that is debited by itself then. */
        public Optional<Card.Bound> debited() {
            return card.filter(bound -> !stopped);
        }
    }

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
                        .flatMap(preferred -> stops.stoppedOf(tx, List.of(link.loanId()))
                                .map(stopped -> afterwards(
                                        found.map(StoredLoan::loan).orElse(null),
                                        Optional.ofNullable(preferred.get(customer)),
                                        !stopped.isEmpty()))));
    }

    private static Afterwards afterwards(@Nullable Loan loan, Optional<Card.Bound> card, boolean stopped) {
        return loan instanceof Loan.Active active && active.isBilling()
                ? new Afterwards(
                        Optional.of(active.position().nextDue()),
                        active.bill().instalment().amount(),
                        card,
                        stopped)
                : new Afterwards(Optional.empty(), 0, card, stopped);
    }

    private static Impact impact(WalletLink link, WalletAccount account, List<Bill.Unpaid> unpaid, Afterwards after) {
        return new Impact(
                link.automatic() && !after.stopped(),
                after.nextDue(),
                after.nextAmount(),
                unpaid.size(),
                account,
                link.facts().limit(),
                after.debited().isPresent());
    }
}
