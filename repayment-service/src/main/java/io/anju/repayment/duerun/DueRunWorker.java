package io.anju.repayment.duerun;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.wake.Bells;
import io.anju.kit.wake.Rounds;
import io.anju.repayment.duerun.model.Chunk;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Works on chunks while there are open ones; any number of replicas do so side by side. */
@ApplicationScoped
public class DueRunWorker {

    private static final Logger LOGGER = Logger.getLogger(DueRunWorker.class);
    private static final String BY_ITSELF = "schedule";

    private final Transactions transactions;
    private final DueRuns runs;
    private final DueRunning running;
    private final ChunkWork work;
    private final DueRunMeters meters;
    private final DueRunConfig config;
    private final BusinessClock clock;
    private final Rounds rounds = new Rounds("the due run", this::round);
    private volatile LocalDate lastStarted = LocalDate.MIN;
    private volatile Instant lookAgain = Instant.MIN;

    DueRunWorker(
            Transactions transactions,
            DueRuns runs,
            DueRunning running,
            ChunkWork work,
            DueRunMeters meters,
            DueRunConfig config,
            BusinessClock clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.running = running;
        this.work = work;
        this.meters = meters;
        this.config = config;
        this.clock = clock;
    }

    /** A run that is started is worked on at once. */
    void start(@Observes StartupEvent event, Bells bells) {
        bells.listen(DueRuns.BELL, rounds::wake);
    }

    @NonBlocking
    @Scheduled(every = "${anju.due-run.round:1s}")
    void tick() {
        rounds.wake();
    }

    private Uni<Void> round() {
        return startToday().flatMap(started -> drain());
    }

    /** Works until no chunk is open, then ends the runs that are done. */
    public Uni<Void> drain() {
        return Multi.createFrom()
                .range(0, config.workers())
                .onItem()
                .transformToUni(worker -> workWhileThereIsAny())
                .merge(config.workers())
                .collect()
                .last()
                .flatMap(done -> transactions.run(tx -> runs.finish(tx, clock.now())));
    }

    private Uni<Boolean> workWhileThereIsAny() {
        return Multi.createBy()
                .repeating()
                .uni(() -> lease().flatMap(
                                chunk -> chunk.map(found -> workOn(found).replaceWith(true))
                                        .orElseGet(() -> Uni.createFrom().item(false))))
                .whilst(worked -> worked)
                .collect()
                .last();
    }

    /** Leases a chunk and leaves it to the caller. */
    public Uni<Optional<Chunk>> lease() {
        return transactions.run(tx -> runs.lease(tx, clock.today(), clock.now(), config.lease()));
    }

    /** Does a chunk's work. A failure leaves it open; it is tried again when its lease ends. */
    private Uni<Void> workOn(Chunk chunk) {
        return transactions
                .run(tx -> work.run(tx, chunk))
                .invoke(done -> done.ifPresent(meters::count))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOGGER.errorf(failure, "Chunk %s", chunk))
                .onFailure()
                .recoverWithNull();
    }

    /** Each replica does, and looks again now and then; to start a run that is there is to look for what came later. */
    private Uni<Void> startToday() {
        LocalDate today = clock.today();
        Instant now = clock.now();
        boolean looked = today.equals(lastStarted) && now.isBefore(lookAgain);
        if (!config.automatic() || !clock.isSet() || looked) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .run(tx -> running.start(tx, today, BY_ITSELF))
                .invoke(started -> {
                    lastStarted = today;
                    lookAgain = now.plus(config.again());
                })
                .replaceWithVoid();
    }
}
