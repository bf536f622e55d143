package io.anju.repayment.wallet;

import io.anju.kit.event.Outbox;
import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Tells a borrower that a wallet took credit, and that it is back. A wallet that did so is not asked by itself again: its
 * automatic debits stop until the borrower starts them anew, and the preferred card pays, or the borrower by hand.
 */
@ApplicationScoped
class CreditNews {

    private final Loans loans;
    private final WalletLinks links;
    private final Cards cards;
    private final Outbox outbox;

    CreditNews(Loans loans, WalletLinks links, Cards cards, Outbox outbox) {
        this.loans = loans;
        this.links = links;
        this.cards = cards;
        this.outbox = outbox;
    }

    Uni<Void> taken(Tx tx, RailOrder.Failed taken) {
        Instruction order = taken.instruction();
        return links.stopAutomatic(tx, order.loanId(), order.account())
                .flatMap(stopped -> borrower(tx, order)
                        .flatMap(customer -> cards.preferredOf(tx, List.of(customer))
                                .flatMap(preferred -> outbox.append(
                                        tx,
                                        WalletAnnouncements.creditTaken(
                                                customer, taken, stopped, preferred.containsKey(customer))))));
    }

    Uni<Void> returned(Tx tx, RailOrder.Succeeded returned) {
        return borrower(tx, returned.instruction())
                .flatMap(customer -> outbox.append(tx, WalletAnnouncements.creditReturned(customer, returned)));
    }

    private Uni<UUID> borrower(Tx tx, Instruction order) {
        return loans.find(tx, order.loanId())
                .map(found -> found.orElseThrow().loan().agreement().customerId());
    }
}
