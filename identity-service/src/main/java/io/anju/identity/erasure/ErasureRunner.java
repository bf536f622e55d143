package io.anju.identity.erasure;

import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Destroys what was kept when its day has come. Each erasure, and each item, has a transaction of its own, and replicas skip each
 * other's.
 */
@ApplicationScoped
public class ErasureRunner {

    private static final Logger LOG = Logger.getLogger(ErasureRunner.class);
    private static final int BATCH = 200;

    private final Erasures erasures;
    private final Transactions transactions;

    ErasureRunner(Erasures erasures, Transactions transactions) {
        this.erasures = erasures;
        this.transactions = transactions;
    }

    /** Completes what is due, a bounded number at a time. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return next(erasures::completeNext, BATCH)
                .flatMap(done -> next(erasures::purgeNext, BATCH))
                .flatMap(done -> next(erasures::tellNext, BATCH))
                .onFailure()
                .invoke(failure -> LOG.warn("erasures whose day has come are left", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> next(Function<Tx, Uni<Boolean>> step, int left) {
        return transactions
                .run(step)
                .flatMap(more -> more && left > 1
                        ? next(step, left - 1)
                        : Uni.createFrom().voidItem());
    }
}
