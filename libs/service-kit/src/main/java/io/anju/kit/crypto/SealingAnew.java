package io.anju.kit.crypto;

import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals values of an older key anew under the one that seals now, a page at a time beside the day's work, as long as the key set
 * has an older key at all. What is done carries the new key's id, so a process that is killed leaves nothing half done, and the
 * next one, or another replica, finds what is left.
 *
 * <p>{@code anju.crypto.older-key} says how many values of an older key the last whole pass over a column has met: at 0 in every
 * column, on every replica, the older key may be taken out of the key set. {@code anju.crypto.sealed-anew} counts what is done.
 */
@ApplicationScoped
class SealingAnew {

    /** Rows of one transaction, whether they need it or not. */
    static final int PAGE = 200;

    private static final int PAGES_MAX = 50;
    private static final UUID BEGIN = new UUID(0, 0);

    private final Transactions transactions;
    private final FieldCipher cipher;
    private final SurvivedFailures failures;
    private final List<Pass> passes;

    SealingAnew(
            Transactions transactions,
            FieldCipher cipher,
            SurvivedFailures failures,
            MeterRegistry meters,
            @All List<SealedColumns> stores) {
        this.transactions = transactions;
        this.cipher = cipher;
        this.failures = failures;
        this.passes = stores.stream()
                .flatMap(store -> store.columns().stream())
                .map(column -> new Pass(column, meters))
                .toList();
    }

    /** How far this replica has gone through a column; touched by one round at a time. */
    private static final class Pass {

        private final SealedColumn column;
        private final Counter done;
        private UUID after = BEGIN;
        private long met;
        private volatile double lastMet = Double.NaN;

        Pass(SealedColumn column, MeterRegistry meters) {
            this.column = column;
            this.done = Counter.builder("anju.crypto.sealed-anew")
                    .tags("table", column.table(), "column", column.sealed(), "rows", column.only())
                    .register(meters);
            Gauge.builder("anju.crypto.older-key", this, pass -> pass.lastMet)
                    .tags("table", column.table(), "column", column.sealed(), "rows", column.only())
                    .strongReference(true)
                    .register(meters);
        }

        private void over() {
            lastMet = met;
            met = 0;
            after = BEGIN;
        }
    }

    @Scheduled(every = "60s", delayed = "40s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return cipher.hasOlderKeys()
                ? failures.survive("sealing values of an older key anew", pages(PAGES_MAX))
                : Uni.createFrom().voidItem();
    }

    /** A bounded number of pages; the next round goes on from there, and begins anew when the column is through. */
    Uni<Void> pages(int most) {
        return Multi.createFrom()
                .iterable(passes)
                .onItem()
                .transformToUniAndConcatenate(pass -> pages(pass, most))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> pages(Pass pass, int left) {
        return transactions.run(tx -> page(tx, pass)).flatMap(rows -> {
            if (rows < PAGE) {
                pass.over();
                return Uni.createFrom().voidItem();
            }
            return left > 1 ? pages(pass, left - 1) : Uni.createFrom().voidItem();
        });
    }

    private Uni<Integer> page(Tx tx, Pass pass) {
        var column = pass.column;
        var select = """
                select %1$s, case when substring(%2$s from 1 for %3$d) <> $2 then %2$s end from %4$s
                where %1$s > $1 and (%5$s) order by %1$s limit %6$d""".formatted(
                        column.id(), column.sealed(), FieldCipher.PREFIX_BYTES, column.table(), column.only(), PAGE);
        return tx.select(select, pass.after, cipher.prefix())
                .call(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> sealAnew(tx, pass, row))
                        .collect()
                        .last())
                .invoke(rows -> {
                    if (!rows.isEmpty()) {
                        pass.after = (UUID) rows.getLast()[0];
                    }
                })
                .map(List::size);
    }

    /** Only where it still is what was read: whoever wrote meanwhile has sealed by a key of theirs. */
    private Uni<Integer> sealAnew(Tx tx, Pass pass, @Nullable Object[] row) {
        if (!(row[1] instanceof byte[] before) || before.length <= FieldCipher.PREFIX_BYTES) {
            return Uni.createFrom().item(0);
        }
        var id = (UUID) row[0];
        var column = pass.column;
        pass.met++;
        return opened(column, id, before)
                .map(clear -> tx.update(
                                "update %1$s set %2$s = $2 where %3$s = $1 and (%4$s) and %2$s = $3"
                                        .formatted(column.table(), column.sealed(), column.id(), column.only()),
                                id,
                                cipher.encryptBytes(clear, column.context().apply(id)),
                                before)
                        .invoke(count -> pass.done.increment(count)))
                .orElseGet(() -> Uni.createFrom().item(0));
    }

    /** One that no key opens stops nothing else; it is met again in each pass, and so keeps its older key here. */
    private Optional<byte[]> opened(SealedColumn column, UUID id, byte[] sealed) {
        try {
            return Optional.of(cipher.decryptBytes(sealed, column.context().apply(id)));
        } catch (IllegalStateException notOurs) {
            failures.note("opening a value of " + column.table() + "." + column.sealed() + " to seal it anew", notOurs);
            return Optional.empty();
        }
    }
}
