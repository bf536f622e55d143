package io.anju.repayment.duerun;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.duerun.model.Chunk;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
    private volatile LocalDate lastStarted = LocalDate.MIN;

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

    @Scheduled(every = "${anju.due-run.round:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return startToday().flatMap(started -> drain());
    }

    /** Works until no chunk is open, then ends the runs that are done. */
    public Uni<Void> drain() {
        return lease().flatMap(chunk -> chunk.isEmpty()
                ? transactions.run(tx -> runs.finish(tx, clock.now()))
                : workOn(chunk.get()).flatMap(done -> drain()));
    }

    /** Leases a chunk and leaves it to the caller. */
    public Uni<Optional<Chunk>> lease() {
        return transactions.run(tx -> runs.lease(tx, clock.now(), config.lease()));
    }

    /** Does a chunk's work. A failure leaves it open; it is tried again when its lease ends. */
    private Uni<Void> workOn(Chunk chunk) {
        return transactions
                .run(tx -> work.run(tx, chunk))
                .invoke(meters::count)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOGGER.errorf(failure, "Chunk %s", chunk))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> startToday() {
        LocalDate today = clock.today();
        if (!config.automatic() || !today.isAfter(lastStarted)) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .run(tx -> running.start(tx, today, BY_ITSELF))
                .invoke(started -> lastStarted = today)
                .replaceWithVoid();
    }
}
