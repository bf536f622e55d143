package io.anju.loan.application.store;

import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Hashes homes anew that the version before hashed as they were typed, so that the same home in another spelling is
 * found. Without work to do it is one look into an empty index.
 */
@ApplicationScoped
class PropertyKeys {

    private static final Logger LOG = Logger.getLogger(PropertyKeys.class);
    private static final int BATCH = 100;
    private static final int BATCHES = 100;

    private final Transactions transactions;
    private final DeclaredContent declared;

    PropertyKeys(Transactions transactions, DeclaredContent declared) {
        this.transactions = transactions;
        this.declared = declared;
    }

    /** Batch after batch, a bounded number of them in a row; replicas skip each other's rows. */
    @Scheduled(every = "60s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renew() {
        return Multi.createBy()
                .repeating()
                .uni(() -> transactions.run(this::batch))
                .whilst(renewed -> renewed >= BATCH)
                .select()
                .first(BATCHES)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "hashing homes anew will be tried again"))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Integer> batch(Tx tx) {
        return tx.select("""
                        select cast(id as text) from application
                        where property_key_form = 0 and property_key is not null
                        order by id limit $1 for update skip locked
                        """, BATCH)
                .flatMap(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> renew(UUID.fromString(String.valueOf(row[0]))))
                        .collect()
                        .last()
                        .replaceWith(rows.size()));
    }

    private Uni<Void> renew(UUID id) {
        return ApplicationRow.<ApplicationRow>findById(id).invoke(this::renewed).replaceWithVoid();
    }

    /** One that cannot be read keeps its hash, and holds up no other. */
    private void renewed(ApplicationRow row) {
        try {
            declared.renewPropertyKey(row);
        } catch (RuntimeException e) {
            LOG.errorf("application %s cannot be read: %s", row.id, e.getClass().getSimpleName());
            row.propertyKeyForm = DeclaredContent.ONE_SPELLING;
        }
    }
}
