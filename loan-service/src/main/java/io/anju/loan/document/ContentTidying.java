package io.anju.loan.document;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Gives space back: contents of withdrawn and of erased applications go, and files that no row speaks of, such as those
 * of an upload that a crash cut off. A bounded part at a time, so that nothing waits for it.
 */
@ApplicationScoped
class ContentTidying {

    private static final Logger LOG = Logger.getLogger(ContentTidying.class);

    /** Each has a bounded number of documents. */
    private static final int APPLICATIONS = 20;

    private static final int ASKED_AT_ONCE = 1000;

    private final Transactions transactions;
    private final Documents documents;
    private final ContentVault vault;
    private final DocumentsConfig config;
    private final BusinessClock clock;
    private final AtomicInteger part =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(ContentVault.PARTS));

    ContentTidying(
            Transactions transactions,
            Documents documents,
            ContentVault vault,
            DocumentsConfig config,
            BusinessClock clock) {
        this.transactions = transactions;
        this.documents = documents;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
    }

    /** One round: some applications, and the next part of the vault. */
    @Scheduled(every = "60s", delayed = "50s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return letGo().chain(() -> removeStrays(part.getAndUpdate(now -> (now + 1) % ContentVault.PARTS)))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "removing contents of documents will be tried again"))
                .onFailure()
                .recoverWithNull();
    }

    /** The key is forgotten first: a file that is left then is shredded already, and found as one of no row. */
    Uni<Void> letGo() {
        Instant now = clock.now();
        return transactions
                .run(tx -> documents.letGo(tx, now.minus(config.keepWithdrawn()), APPLICATIONS, now))
                .flatMap(this::remove);
    }

    /** Files of one part of the vault that no row speaks of. */
    Uni<Void> removeStrays(int of) {
        Instant before = clock.now().minus(config.strayAfter());
        Executor loop = eventLoop();
        return Uni.createFrom()
                .item(() -> {
                    vault.removeBroken(of, before);
                    return vault.list(of, before);
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(loop)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .group()
                .intoLists()
                .of(ASKED_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(some ->
                        transactions.run(tx -> documents.listUnknown(tx, some)).flatMap(this::remove))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> remove(List<UUID> gone) {
        if (gone.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Executor loop = eventLoop();
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> {
                    gone.forEach(vault::remove);
                    LOG.infof("contents of %d documents removed", gone.size());
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(loop);
    }

    /** Where sessions live, while files are removed on worker threads. */
    private static Executor eventLoop() {
        var context = Vertx.currentContext();
        return command -> context.runOnContext(now -> command.run());
    }
}
