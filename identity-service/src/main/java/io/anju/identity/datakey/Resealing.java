package io.anju.identity.datakey;

import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Seals values from before customers had keys of their own, which the service's key set had sealed, by the customer's
 * key. The key is made in the transaction that uses it, so a row with a key is a row that is sealed by it.
 */
@ApplicationScoped
public class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final DataKeys dataKeys;
    private final FieldCipher cipher;
    private final List<SealedRow> tables;

    Resealing(Transactions transactions, DataKeys dataKeys, FieldCipher cipher, @All List<SealedRow> tables) {
        this.transactions = transactions;
        this.dataKeys = dataKeys;
        this.cipher = cipher;
        this.tables = tables;
    }

    /** A bounded number of each table; replicas skip each other's. */
    @Scheduled(every = "60s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> reseal() {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(table -> transactions.run(tx -> reseal(tx, table)))
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "values of the service's key set are left: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> reseal(Tx tx, SealedRow table) {
        var columns = new ArrayList<>(table.contexts().keySet());
        var select = """
                select %s, %s from %s t where length(%s) > 0 and not exists (
                    select from data_key k where k.customer_id = t.%s and k.kind = $1)
                limit %d for update of t skip locked
                """.formatted(
                        table.id(), String.join(", ", columns), table.table(), columns.getFirst(), table.id(), BATCH);
        return tx.select(select, table.kind().name())
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> reseal(tx, table, columns, row))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> reseal(Tx tx, SealedRow table, List<String> columns, @Nullable Object[] row) {
        var customer = (UUID) row[0];
        var assignments = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " = $" + (i + 2))
                .collect(Collectors.joining(", "));
        return dataKeys.obtain(tx, customer, table.kind()).flatMap(key -> {
            var values = new @Nullable Object[row.length];
            values[0] = customer;
            for (int i = 1; i < row.length; i++) {
                var context = Objects.requireNonNull(table.contexts().get(columns.get(i - 1)))
                        .apply(customer);
                values[i] = key.sealText(cipher.decrypt((byte[]) row[i], context), context);
            }
            return tx.update(
                    "update %s set %s where %s = $1".formatted(table.table(), assignments, table.id()), values);
        });
    }
}
