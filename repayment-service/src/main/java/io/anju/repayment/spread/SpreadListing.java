package io.anju.repayment.spread;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Writes down the loans of an approved batch, a bounded part in each transaction, and ends batches. Killed, it goes on
 * behind the last part; replicas take turns by the lock of the batch.
 */
@ApplicationScoped
class SpreadListing {

    private final Transactions transactions;
    private final SpreadBatches batches;
    private final SpreadConfig config;
    private final BusinessClock clock;

    SpreadListing(Transactions transactions, SpreadBatches batches, SpreadConfig config, BusinessClock clock) {
        this.transactions = transactions;
        this.batches = batches;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${anju.spread.round:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return Multi.createBy()
                .repeating()
                .uni(this::listNext)
                .whilst(more -> more)
                .collect()
                .last()
                .flatMap(done -> transactions.run(tx -> batches.finish(tx, clock.today(), clock.now(), config.part())));
    }

    /** Writes one part down; answers whether there may be more. */
    Uni<Boolean> listNext() {
        return transactions.run(tx -> batches.listNext(tx, clock.today(), config.part()));
    }
}
