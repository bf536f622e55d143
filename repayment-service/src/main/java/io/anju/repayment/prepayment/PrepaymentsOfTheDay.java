package io.anju.repayment.prepayment;

import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.prepayment.model.Prepayment;
import io.anju.repayment.prepayment.model.PrepaymentRefusal;
import io.anju.repayment.prepayment.model.PrepaymentRules;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Orders the debits of offers that were taken for a later day, when that day comes. Each in its own transaction under the
 * loan's lock, so that any number of replicas may do so and a killed one leaves nothing half done.
 */
@ApplicationScoped
public class PrepaymentsOfTheDay {

    private static final Logger LOGGER = Logger.getLogger(PrepaymentsOfTheDay.class);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Loans loans;
    private final Cards cards;
    private final Prepayments prepayments;
    private final PrepaymentOrders orders;
    private final Outbox outbox;
    private final BusinessClock clock;

    PrepaymentsOfTheDay(
            Transactions transactions,
            Loans loans,
            Cards cards,
            Prepayments prepayments,
            PrepaymentOrders orders,
            Outbox outbox,
            BusinessClock clock) {
        this.transactions = transactions;
        this.loans = loans;
        this.cards = cards;
        this.prepayments = prepayments;
        this.orders = orders;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "${anju.prepayment.round:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return clock.isSet() ? begin() : Uni.createFrom().voidItem();
    }

    /** Begins those whose day has come, the oldest first; those behind a bounded number wait for the next round. */
    public Uni<Void> begin() {
        return transactions
                .run(tx -> prepayments.listToBegin(tx, clock.today(), BATCH))
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(this::beginAlone)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One that fails must not keep the others from their day. */
    private Uni<Void> beginAlone(Prepayment.Scheduled due) {
        return transactions
                .run(tx -> begin(tx, due.quote().loanId(), due.id()))
                .onFailure()
                .invoke(failure -> LOGGER.errorf(failure, "Prepayment %s", due.id()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> begin(Tx tx, UUID loanId, UUID id) {
        return loans.findForUpdate(tx, loanId)
                .map(Optional::orElseThrow)
                .flatMap(stored -> prepayments
                        .find(tx, loanId, id)
                        .flatMap(found -> found.orElseThrow() instanceof Prepayment.Scheduled scheduled
                                ? begin(tx, stored, scheduled)
                                // Cancelled, or begun by another replica, while this one waited for the lock.
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> begin(Tx tx, StoredLoan<Loan> stored, Prepayment.Scheduled scheduled) {
        if (!(stored.loan() instanceof Loan.Active active) || !active.isBilling()) {
            return fail(
                    tx,
                    stored,
                    scheduled,
                    new PrepaymentRefusal.LoanNotActive(scheduled.quote().loanId()));
        }
        var loan = new StoredLoan<>(active, stored.version());
        return orders.candidate(tx, loan, scheduled.quote().loanVersion())
                .flatMap(candidate -> PrepaymentRules.findRefusalOnItsDay(scheduled.quote(), candidate)
                        .map(refusal -> refusal instanceof PrepaymentRefusal.UnderWay
                                // Its outcome comes in a moment, and decides whether the offer still fits.
                                ? Uni.createFrom().voidItem()
                                : fail(tx, loan, scheduled, refusal))
                        .orElseGet(() -> debit(tx, loan, scheduled)));
    }

    private Uni<Void> debit(Tx tx, StoredLoan<Loan.Active> loan, Prepayment.Scheduled scheduled) {
        UUID customer = loan.loan().agreement().customerId();
        return cards.listBound(tx, customer).flatMap(bound -> {
            Optional<Card.Bound> card = bound.stream()
                    .filter(one -> one.id().equals(scheduled.card()))
                    .findFirst();
            return card.isPresent()
                    ? orders.place(tx, loan, scheduled.begun(), card.get()).replaceWithVoid()
                    : fail(tx, loan, scheduled, new PrepaymentRefusal.NoCard());
        });
    }

    private Uni<Void> fail(Tx tx, StoredLoan<?> stored, Prepayment.Scheduled scheduled, PrepaymentRefusal reason) {
        UUID customer = stored.loan().agreement().customerId();
        return prepayments
                .save(tx, scheduled.failed(reason.code()))
                .flatMap(saved ->
                        outbox.append(tx, PrepaymentAnnouncements.failed(customer, scheduled.quote(), reason.code())));
    }
}
