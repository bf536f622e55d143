package io.anju.identity.erasure;

import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Destroys what was kept when its day has come. Each erasure, and each item, is first taken in hand, so that replicas skip
 * each other's, and has then a transaction of its own: one that fails stays in hand for an hour, and the others go on.
 */
@ApplicationScoped
public class ErasureRunner {

    private static final Logger LOG = Logger.getLogger(ErasureRunner.class);
    private static final int BATCH = 200;

    private final Erasures erasures;
    private final Retention retention;
    private final Transactions transactions;
    private final MeterRegistry meters;

    ErasureRunner(Erasures erasures, Retention retention, Transactions transactions, MeterRegistry meters) {
        this.erasures = erasures;
        this.retention = retention;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** Goes through what is due, a bounded number at a time. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return round("erasure", erasures::leaseDue, erasures::complete)
                .chain(() -> round("item", retention::lease, retention::letGo));
    }

    private <T> Uni<Void> round(
            String what, Function<Tx, Uni<Optional<T>>> lease, BiFunction<Tx, T, Uni<Void>> carryOut) {
        return failing(
                what,
                Multi.createBy()
                        .repeating()
                        .uni(() -> transactions
                                .run(lease)
                                .call(due -> due.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : failing(what, transactions.run(tx -> carryOut.apply(tx, due.get())))))
                        .whilst(Optional::isPresent)
                        .select()
                        .first(BATCH)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** A law was broken if nobody saw this: data is kept past its day. */
    private Uni<Void> failing(String what, Uni<Void> step) {
        return step.onFailure()
                .invoke(failure -> {
                    meters.counter("anju.retention.failures", "what", what).increment();
                    LOG.errorf(failure, "an %s whose day has come is passed over for now", what);
                })
                .onFailure()
                .recoverWithNull();
    }
}
