package io.anju.kit.crypto;

import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes look-up hashes of older keys anew under the primary one, a few at a time beside the day's work. When it finds
 * none, the older key may be taken out of the key set.
 */
@ApplicationScoped
class Rehashing {

    private static final Logger LOG = Logger.getLogger(Rehashing.class);

    // Replicas skip each other's rows. While one of them still has the older primary key, each undoes the other's
    // work: a bounded amount of it at a time.
    private static final int BATCH = 100;
    private static final int BATCHES_MAX = 50;

    private final Transactions transactions;
    private final FieldCipher cipher;
    private final List<LookupColumn> columns;

    Rehashing(Transactions transactions, FieldCipher cipher, @All List<LookupColumn> columns) {
        this.transactions = transactions;
        this.cipher = cipher;
        this.columns = columns;
    }

    @Scheduled(every = "60s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> rehash() {
        return Multi.createFrom()
                .iterable(columns)
                .onItem()
                .transformToUniAndConcatenate(column -> rehash(column, 1, 0))
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warn("hashes of an older key are left", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> rehash(LookupColumn column, int batch, int before) {
        return transactions.run(tx -> oneBatch(tx, column)).flatMap(done -> {
            var total = before + done;
            if (done == BATCH && batch < BATCHES_MAX) {
                return rehash(column, batch + 1, total);
            }
            if (total > 0) {
                LOG.infof("%d hashes of %s.%s made anew", total, column.table(), column.hash());
            }
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Integer> oneBatch(Tx tx, LookupColumn column) {
        // A row without a hash is not to be found by one.
        var select = "select %s, %s from %s where %s_key <> $1 and %s is not null limit %d for update skip locked"
                .formatted(column.id(), column.sealed(), column.table(), column.hash(), column.hash(), BATCH);
        return tx.select(select, cipher.lookupKey())
                .call(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> rehash(tx, column, row))
                        .collect()
                        .last())
                .map(List::size);
    }

    private Uni<Integer> rehash(Tx tx, LookupColumn column, @Nullable Object[] row) {
        var id = (UUID) row[0];
        var update = "update %s set %s = $2, %s_key = $3 where %s = $1"
                .formatted(column.table(), column.hash(), column.hash(), column.id());
        return column.open()
                .open(tx, id, (byte[]) row[1])
                .flatMap(
                        clear -> tx.update(update, id, cipher.lookupHash(clear, column.context()), cipher.lookupKey()));
    }
}
