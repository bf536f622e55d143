package io.anju.identity.freetext;

import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Seals the texts that the version before wrote in clear. */
@ApplicationScoped
public class SealingFreeTexts {

    private static final Logger LOG = Logger.getLogger(SealingFreeTexts.class);
    private static final int BATCH = 200;

    private final Transactions transactions;
    private final FreeTexts texts;

    SealingFreeTexts(Transactions transactions, FreeTexts texts) {
        this.transactions = transactions;
        this.texts = texts;
    }

    /** A bounded number of each; replicas skip each other's. */
    @Scheduled(every = "60s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> round() {
        return Multi.createFrom()
                .items(FreeText.values())
                .onItem()
                .transformToUniAndConcatenate(text -> transactions.run(tx -> seal(tx, text)))
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "free texts are left in clear: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> seal(Tx tx, FreeText text) {
        return tx.select("select id, %1$s from %2$s where %1$s <> '-' limit %3$d for update skip locked"
                        .formatted(text.clear(), text.table(), BATCH))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> seal(tx, text, (UUID) row[0], (String) row[1]))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> seal(Tx tx, FreeText text, UUID row, String clear) {
        return tx.update(
                "update %s set %s = null, %s = $2 where id = $1".formatted(text.table(), text.clear(), text.sealed()),
                row,
                texts.seal(text, row, clear));
    }
}
