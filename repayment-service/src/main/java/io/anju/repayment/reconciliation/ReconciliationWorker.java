package io.anju.repayment.reconciliation;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.ReconciliationSteps.Task;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reconciles dates that are over, one step after the other; any number of replicas do so side by side. */
@ApplicationScoped
public class ReconciliationWorker {

    private static final Logger LOGGER = Logger.getLogger(ReconciliationWorker.class);
    private static final String BY_ITSELF = "schedule";
    /** The log says what. */
    private static final String UNEXPECTED = "UNEXPECTED";

    private static final int AGREED_AT_ONCE = 1_000;

    private final Transactions transactions;
    private final Reconciliations dates;
    private final ReconciliationSteps steps;
    private final TrackedBreaks breaks;
    private final ReconciliationWork work;
    private final CorrectionWatch watch;
    private final ReconciliationConfig config;
    private final BusinessClock clock;
    private volatile LocalDate lastBegun = LocalDate.MIN;

    ReconciliationWorker(
            Transactions transactions,
            Reconciliations dates,
            ReconciliationSteps steps,
            TrackedBreaks breaks,
            ReconciliationWork work,
            CorrectionWatch watch,
            ReconciliationConfig config,
            BusinessClock clock) {
        this.transactions = transactions;
        this.dates = dates;
        this.steps = steps;
        this.breaks = breaks;
        this.work = work;
        this.watch = watch;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${anju.reconciliation.round:5s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return beginYesterday()
                .flatMap(begun -> config.automatic() && clock.isSet()
                        ? watch.look(clock.now())
                        : Uni.createFrom().voidItem())
                .flatMap(looked -> drain());
    }

    /** Works until nothing can be done any more, then ends the breaks that have ended by themselves. */
    public Uni<Void> drain() {
        return drain(Channel.RAIL)
                .flatMap(done -> drain(Channel.WALLET))
                .flatMap(done -> resolveAgreed())
                .flatMap(done -> suspendLeftOver());
    }

    private Uni<Void> drain(Channel source) {
        return Multi.createBy()
                .repeating()
                .uni(() -> workOnNext(source))
                .whilst(worked -> worked)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> resolveAgreed() {
        return Multi.createBy()
                .repeating()
                .uni(() -> transactions.run(tx -> breaks.resolveAgreed(tx, clock.now(), AGREED_AT_ONCE)))
                .whilst(resolved -> resolved == AGREED_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> suspendLeftOver() {
        return Multi.createBy()
                .repeating()
                .uni(work::suspendLeftOver)
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> workOnNext(Channel source) {
        return lease(source)
                .flatMap(next -> next.map(task -> workOn(task).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /** Leases a date and leaves it to the caller. */
    Uni<Optional<Task>> lease(Channel source) {
        return transactions.run(
                tx -> steps.lease(tx, source, clock.today(), config.closedOnly(), clock.now(), config.lease()));
    }

    /** Does a date's next step; what goes wrong is written beside the date, which is then left alone for a while. */
    private Uni<Void> workOn(Task task) {
        return work.run(task)
                .onFailure()
                .invoke(failure -> LOGGER.errorf("Reconciliation of %s, %s: %s", task.source(), task.date(), failure))
                .onFailure()
                .recoverWithUni(failure ->
                        transactions.run(tx -> steps.failed(tx, task, problem(failure), clock.now(), config.retry())));
    }

    private static String problem(Throwable failure) {
        return failure instanceof SettlementFile.Refused refused ? refused.problem() : UNEXPECTED;
    }

    private Uni<Void> beginYesterday() {
        LocalDate today = clock.today();
        if (!config.automatic() || !clock.isSet() || today.equals(lastBegun)) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .run(tx -> dates.beginThrough(tx, Channel.RAIL, today.minusDays(1), BY_ITSELF, clock.now())
                        .flatMap(rail ->
                                dates.beginThrough(tx, Channel.WALLET, today.minusDays(1), BY_ITSELF, clock.now())))
                .invoke(begun -> lastBegun = today);
    }
}
