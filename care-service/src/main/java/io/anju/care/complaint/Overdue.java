package io.anju.care.complaint;

import io.anju.care.complaint.ComplaintFiles.Missed;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Complaints that the law wanted answered by now: each is told of once, to the evidence log and the operators, and how
 * many there are is {@code anju_complaints_overdue} for Prometheus; each replica tells the same number.
 */
@ApplicationScoped
public class Overdue {

    private static final Logger LOG = Logger.getLogger(Overdue.class);
    private static final int BATCH = 100;

    private final ComplaintFiles files;
    private final Transactions transactions;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final AtomicLong overdue = new AtomicLong();

    Overdue(
            ComplaintFiles files,
            Transactions transactions,
            Outbox outbox,
            BusinessClock clock,
            MeterRegistry registry) {
        this.files = files;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
        registry.gauge("anju.complaints.overdue", overdue);
    }

    /** Tells of some that nobody was told of, and counts. What is left is told at the next look. */
    @Scheduled(every = "60s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> look() {
        return transactions
                .run(this::tell)
                .invoke(missed -> missed.forEach(Overdue::warn))
                .chain(() -> transactions.run(tx -> files.countOverdue(tx, clock.today())))
                .invoke(overdue::set)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warn("overdue complaints are looked at again in a minute", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<List<Missed>> tell(Tx tx) {
        return files.takeUntoldOverdue(tx, clock.today(), clock.now(), BATCH)
                .call(missed -> Multi.createFrom()
                        .iterable(missed)
                        .onItem()
                        .transformToUniAndConcatenate(one -> outbox.append(tx, ComplaintEvents.overdue(one)))
                        .collect()
                        .last());
    }

    private static void warn(Missed missed) {
        LOG.warnf("%s %s was due on %s and is not answered", missed.kind(), missed.id(), missed.dueOn());
    }
}
