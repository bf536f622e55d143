package io.anju.repayment.account;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.account.model.NextDebit;
import io.anju.repayment.card.Cards;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.CollectionConfig;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.PayerOrder;
import io.anju.repayment.debit.DebitSwitches;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.prepayment.Prepayments;
import io.anju.repayment.prepayment.model.Prepayment;
import io.anju.repayment.rail.model.Payer;
import io.anju.repayment.wallet.WalletLinks;
import io.anju.repayment.wallet.model.WalletLink;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything that can take money from a customer by itself, in one list. */
@ApplicationScoped
public class AutomaticDebits {

    private static final int MOST_LOANS = 100;

    private final Loans loans;
    private final Cards cards;
    private final WalletLinks wallets;
    private final Prepayments prepayments;
    private final Bills bills;
    private final DebitSwitches switches;
    private final CollectionConfig config;
    private final BusinessClock clock;

    AutomaticDebits(
            Loans loans,
            Cards cards,
            WalletLinks wallets,
            Prepayments prepayments,
            Bills bills,
            DebitSwitches switches,
            CollectionConfig config,
            BusinessClock clock) {
        this.loans = loans;
        this.cards = cards;
        this.wallets = wallets;
        this.prepayments = prepayments;
        this.bills = bills;
        this.switches = switches;
        this.config = config;
        this.clock = clock;
    }

    /** What will be debited by itself. */
    public sealed interface Debit {

        /** Its id in the list. */
        UUID id();

        /** From what; empty when that is not there, so that nothing is debited. */
        Optional<From> from();

        /**
         * A loan's instalments, one after the other.
         *
         * @param fallback cards that may be debited instead when that one refuses
         * @param stopped by the borrower, so that nothing is debited
         */
        record Instalments(UUID id, NextDebit next, Optional<From> from, List<Card.Bound> fallback, boolean stopped)
                implements Debit {}

        /** A prepayment taken for a later day. */
        record Early(Prepayment.Scheduled prepayment, Optional<From> from) implements Debit {
            @Override
            public UUID id() {
                return prepayment.id();
            }
        }
    }

    /** What money is debited from. */
    public sealed interface From {

        /** A bound card. */
        record OfCard(Card.Bound card) implements From {}

        /** The wallet that was chosen for this loan. */
        record OfWallet(WalletLink.Linked link) implements From {}
    }

    /** The customer's. */
    public Uni<List<Debit>> list(Tx tx, UUID customerId) {
        return loans.listOfCustomer(tx, customerId, Optional.empty(), MOST_LOANS)
                .map(AutomaticDebits::active)
                .flatMap(active -> cards.listBound(tx, customerId)
                        .flatMap(bound -> wallets.automaticOf(tx, ids(active))
                                .flatMap(automatic -> prepayments
                                        .listScheduled(tx, ids(active))
                                        .flatMap(scheduled -> bills.listUnpaid(tx, ids(active))
                                                .flatMap(unpaid -> switches.stoppedOf(tx, ids(active))
                                                        .map(stopped -> Stream.concat(
                                                                instalments(active, unpaid, automatic, bound, stopped),
                                                                early(scheduled, bound))))))))
                .map(debits -> debits.sorted(
                                Comparator.comparing(debit -> debit.id().toString()))
                        .toList());
    }

    private static List<Loan.Active> active(List<StoredLoan<Loan>> all) {
        return all.stream()
                .map(StoredLoan::loan)
                .filter(Loan.Active.class::isInstance)
                .map(Loan.Active.class::cast)
                .toList();
    }

    private static List<UUID> ids(List<Loan.Active> loans) {
        return loans.stream().map(loan -> loan.agreement().id()).toList();
    }

    private Stream<Debit> instalments(
            List<Loan.Active> loans,
            List<Bill.Unpaid> unpaid,
            Map<UUID, WalletLink.Linked> automatic,
            List<Card.Bound> bound,
            Set<UUID> stopped) {
        return loans.stream().flatMap(loan -> {
            List<Bill.Unpaid> open = of(loan, unpaid);
            return NextDebit.of(loan, open, clock.today(), config.retryPlan()).stream()
                    .map(next -> stopped.contains(loan.agreement().id())
                            ? new Debit.Instalments(loan.agreement().id(), next, Optional.empty(), List.of(), true)
                            : debited(loan, next, open, automatic, bound));
        });
    }

    private static Debit debited(
            Loan.Active loan,
            NextDebit next,
            List<Bill.Unpaid> unpaid,
            Map<UUID, WalletLink.Linked> automatic,
            List<Card.Bound> bound) {
        UUID id = loan.agreement().id();
        WalletLink.Linked link = automatic.get(id);
        if (link != null) {
            return new Debit.Instalments(id, next, Optional.of(new From.OfWallet(link)), List.of(), false);
        }
        Optional<Card.Bound> card = nextCard(unpaid, bound);
        List<Card.Bound> others = bound.stream()
                .filter(other -> other.isDebited() && !card.equals(Optional.of(other)))
                .toList();
        return new Debit.Instalments(id, next, card.map(From.OfCard::new), others, false);
    }

    private static Optional<Card.Bound> nextCard(List<Bill.Unpaid> unpaid, List<Card.Bound> bound) {
        List<Payer> payers = bound.stream()
                .filter(Card.Bound::isDebited)
                .map(card -> Payer.card(card.token(), card.last4()))
                .toList();
        return PayerOrder.of(payers)
                .next(unpaid.stream().findFirst().flatMap(Bill.Unpaid::turn))
                .flatMap(payer -> bound.stream()
                        .filter(card -> card.token().equals(payer.account()))
                        .findFirst());
    }

    private static List<Bill.Unpaid> of(Loan.Active loan, List<Bill.Unpaid> unpaid) {
        return unpaid.stream()
                .filter(bill -> bill.facts().loanId().equals(loan.agreement().id()))
                .toList();
    }

    private static Stream<Debit> early(List<Prepayment.Scheduled> scheduled, List<Card.Bound> bound) {
        return scheduled.stream()
                .map(early ->
                        new Debit.Early(early, find(bound, card -> card.id().equals(early.card()))));
    }

    private static Optional<From> find(List<Card.Bound> bound, Predicate<Card.Bound> which) {
        return bound.stream().filter(which).findFirst().map(From.OfCard::new);
    }
}
