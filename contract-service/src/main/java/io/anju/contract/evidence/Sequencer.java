package io.anju.contract.evidence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Keeps taking facts into the tree, batch after batch; one replica at a time, whichever holds the lock. */
@ApplicationScoped
class Sequencer {
    private static final Logger LOG = Logger.getLogger(Sequencer.class);

    /** Batches one after another before the schedule's next turn. */
    private static final int BATCHES = 50;

    private final Evidence evidence;
    private final EvidenceConfig config;

    Sequencer(Evidence evidence, EvidenceConfig config) {
        this.evidence = evidence;
        this.config = config;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return next(BATCHES)
                .onFailure()
                .invoke(failure -> LOG.error("the evidence log took nothing in", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> next(int left) {
        return evidence.sequence()
                .flatMap(taken -> taken == config.batch() && left > 1
                        ? next(left - 1)
                        : Uni.createFrom().voidItem());
    }
}
