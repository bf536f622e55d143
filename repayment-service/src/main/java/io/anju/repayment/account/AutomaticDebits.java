package io.anju.repayment.account;

import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.prepayment.Prepayments;
import io.anju.repayment.prepayment.model.Prepayment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything that can take money from a customer by itself, in one list. */
@ApplicationScoped
public class AutomaticDebits {

    private static final int MOST_LOANS = 100;

    private final Loans loans;
    private final Cards cards;
    private final Prepayments prepayments;

    AutomaticDebits(Loans loans, Cards cards, Prepayments prepayments) {
        this.loans = loans;
        this.cards = cards;
        this.prepayments = prepayments;
    }

    /** What will be debited by itself. */
    public sealed interface Debit {

        /** Its id in the list. */
        UUID id();

        /** From which card; empty when that is not bound, so that nothing is debited. */
        Optional<Card.Bound> card();

        /** A loan's instalments, one after the other. */
        record Instalments(Loan.Active loan, Optional<Card.Bound> card) implements Debit {
            @Override
            public UUID id() {
                return loan.agreement().id();
            }
        }

        /** A prepayment taken for a later day. */
        record Early(Prepayment.Scheduled prepayment, Optional<Card.Bound> card) implements Debit {
            @Override
            public UUID id() {
                return prepayment.id();
            }
        }
    }

    /** The customer's. */
    public Uni<List<Debit>> list(Tx tx, UUID customerId) {
        return loans.listOfCustomer(tx, customerId, Optional.empty(), MOST_LOANS)
                .map(AutomaticDebits::billing)
                .flatMap(billing -> cards.listBound(tx, customerId)
                        .flatMap(bound -> prepayments
                                .listScheduled(
                                        tx,
                                        billing.stream()
                                                .map(loan -> loan.agreement().id())
                                                .toList())
                                .map(scheduled -> debits(billing, scheduled, bound))));
    }

    private static List<Loan.Active> billing(List<StoredLoan<Loan>> all) {
        return all.stream()
                .map(StoredLoan::loan)
                .filter(Loan.Active.class::isInstance)
                .map(Loan.Active.class::cast)
                .filter(Loan.Active::isBilling)
                .toList();
    }

    private static List<Debit> debits(
            List<Loan.Active> billing, List<Prepayment.Scheduled> scheduled, List<Card.Bound> bound) {
        return Stream.concat(
                        billing.stream().map(loan -> new Debit.Instalments(loan, find(bound, Card.Bound::preferred))),
                        scheduled.stream()
                                .map(early -> new Debit.Early(
                                        early, find(bound, card -> card.id().equals(early.card())))))
                .<Debit>map(debit -> debit)
                .sorted(Comparator.comparing(debit -> debit.id().toString()))
                .toList();
    }

    private static Optional<Card.Bound> find(List<Card.Bound> bound, Predicate<Card.Bound> which) {
        return bound.stream().filter(which).findFirst();
    }
}
