package io.anju.repayment.duerun;

import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.InstalmentAnnouncements;
import io.anju.repayment.debit.DebitSwitches;
import io.anju.repayment.duerun.model.Reminder;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reminds borrowers some days before an instalment falls due. A date's reminders are told once, a bounded part of them
 * per transaction; where they stand is kept with what was told, so that a killed worker leaves out nothing.
 *
 * <p>A day for which nobody was there, or that the business date jumped over, is made up for: its reminders are told on the
 * next day that is seen, with the days that are left then, as long as the instalment is ahead and no later reminder of it is
 * due by then as well.
 */
@ApplicationScoped
public class Reminding {

    private final Transactions transactions;
    private final Reminders reminders;
    private final Loans loans;
    private final DebitSwitches switches;
    private final Outbox outbox;
    private final DueRunConfig config;
    private final BusinessClock clock;
    private volatile LocalDate done = LocalDate.MIN;

    Reminding(
            Transactions transactions,
            Reminders reminders,
            Loans loans,
            DebitSwitches switches,
            Outbox outbox,
            DueRunConfig config,
            BusinessClock clock) {
        this.transactions = transactions;
        this.reminders = reminders;
        this.loans = loans;
        this.switches = switches;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${anju.due-run.round:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        LocalDate today = clock.today();
        return config.automatic() && clock.isSet() && !today.equals(done)
                ? remind(today).invoke(all -> done = all ? today : done).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /**
     * Tells the reminders that are due by a date, or what is left of them; answers whether all are told. They are not while
     * another worker has them in hand, who may yet die: then somebody must come again.
     */
    public Uni<Boolean> remind(LocalDate today) {
        List<Reminder> due = Reminder.dueBy(today, config.remindDaysBefore());
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(reminder -> remind(today, reminder))
                .collect()
                .last()
                .flatMap(told -> transactions.run(tx -> reminders.areDone(tx, due)));
    }

    private Uni<Void> remind(LocalDate today, Reminder due) {
        return transactions
                .run(tx -> reminders.begin(tx, due))
                .flatMap(begun -> Multi.createBy()
                        .repeating()
                        .uni(() -> transactions.run(tx -> tellSome(tx, today, due)))
                        .whilst(more -> more)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Boolean> tellSome(Tx tx, LocalDate today, Reminder due) {
        return reminders
                .take(tx, due, config.chunkSize())
                .flatMap(taken -> taken.map(ids -> tell(tx, today, due, ids))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> tell(Tx tx, LocalDate today, Reminder due, List<UUID> ids) {
        boolean more = ids.size() == config.chunkSize();
        return loans.listActiveForUpdate(tx, ids)
                .flatMap(found -> switches.stoppedOf(tx, ids)
                        .map(stopped -> found.stream()
                                .map(StoredLoan::loan)
                                .filter(loan -> loan.bill().instalment().amount() > 0)
                                .map(loan -> upcoming(
                                        loan,
                                        due.daysLeftOn(today),
                                        stopped.contains(loan.agreement().id())))
                                .toList()))
                .flatMap(events -> outbox.appendAll(tx, events))
                .flatMap(told -> reminders.moveOn(tx, due, more ? Optional.of(ids.getLast()) : Optional.empty()))
                .replaceWith(more);
    }

    private static DomainEvent upcoming(Loan.Active loan, int daysLeft, boolean byHand) {
        return InstalmentAnnouncements.upcoming(
                loan.agreement().id(),
                loan.agreement().customerId(),
                loan.bill().instalment(),
                daysLeft,
                byHand);
    }
}
