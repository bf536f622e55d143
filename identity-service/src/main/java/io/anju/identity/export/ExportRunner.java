package io.anju.identity.export;

import io.anju.identity.datakey.DataKey;
import io.anju.identity.datakey.DataKeys;
import io.anju.identity.datakey.model.KeyKind;
import io.anju.identity.export.model.Export;
import io.anju.identity.export.model.Part;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Gathers copies, each part in a transaction of its own: whoever dies after one leaves it behind, and the next goes on
 * with the one after it.
 */
@ApplicationScoped
public class ExportRunner {

    private static final Logger LOG = Logger.getLogger(ExportRunner.class);

    private final ExportStore store;
    private final OwnData ownData;
    private final DataKeys dataKeys;
    private final Transactions transactions;
    private final ExportConfig config;
    private final BusinessClock clock;

    ExportRunner(
            ExportStore store,
            OwnData ownData,
            DataKeys dataKeys,
            Transactions transactions,
            ExportConfig config,
            BusinessClock clock) {
        this.store = store;
        this.ownData = ownData;
        this.dataKeys = dataKeys;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    /** Goes on with the next one that waits, and takes away what has expired. */
    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return transactions
                .run(tx -> store.expire(tx, clock.now()))
                .flatMap(expired -> transactions.run(
                        tx -> store.lease(tx, clock.now(), clock.now().plus(config.lease()))))
                .flatMap(found -> found.isEmpty() ? Uni.createFrom().voidItem() : gather(found.get()))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "an export will be gone on with: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> gather(Export.Gathering export) {
        return Multi.createFrom()
                .iterable(export.missing())
                .onItem()
                .transformToUniAndConcatenate(part -> transactions.run(tx -> gather(tx, export, part)))
                .collect()
                .last()
                .flatMap(gathered ->
                        transactions.run(tx -> store.save(tx, export.ready(clock.now(), config.lifetime()))));
    }

    private Uni<Void> gather(Tx tx, Export.Gathering export, Part part) {
        var opening = export.opening();
        // Without a key there is nobody left to give it to.
        return dataKeys.find(tx, opening.customerId(), KeyKind.CONTACT)
                .flatMap(key -> key.isEmpty()
                        ? store.remove(tx, opening.id())
                        : ownData.gather(tx, opening, part)
                                .flatMap(content ->
                                        store.addPart(tx, opening.id(), part, seal(export, part, content, key.get()))));
    }

    private static byte[] seal(Export.Gathering export, Part part, String content, DataKey key) {
        return key.sealText(content, Exports.context(export, part));
    }
}
