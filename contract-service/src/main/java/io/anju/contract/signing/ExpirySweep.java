package io.anju.contract.signing;

import io.anju.contract.task.Turns;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Ends drafted contracts that nobody signed in time; one replica for all. */
@ApplicationScoped
class ExpirySweep {
    private static final String TURN = "expiry-sweep";
    private static final Duration LEASE = Duration.ofSeconds(25);
    private static final Logger LOG = Logger.getLogger(ExpirySweep.class);

    private final Turns turns;
    private final Contracts contracts;
    private final Signing signing;
    private final SigningConfig config;
    private final Transactions transactions;
    private final BusinessClock clock;

    ExpirySweep(
            Turns turns,
            Contracts contracts,
            Signing signing,
            SigningConfig config,
            Transactions transactions,
            BusinessClock clock) {
        this.turns = turns;
        this.contracts = contracts;
        this.signing = signing;
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return transactions
                .run(tx -> turns.take(tx, TURN, LEASE)
                        .flatMap(mine -> mine ? expire(tx) : Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> LOG.warn("the sweep of unsigned contracts will be tried again", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> expire(Tx tx) {
        return contracts.listExpired(tx, clock.today(), config.expiryBatch()).flatMap(expired -> {
            Uni<Void> done = Uni.createFrom().voidItem();
            for (Contracts.Kept kept : expired) {
                done = done.chain(() -> signing.expire(tx, kept.contract()));
            }
            return done;
        });
    }
}
