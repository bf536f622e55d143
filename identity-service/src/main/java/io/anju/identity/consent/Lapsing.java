package io.anju.identity.consent;

import io.anju.identity.consent.model.Receipt;
import io.anju.kit.tx.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Ends the consents that a new version of their purpose has left behind (PIPL art. 14), and so tells the other services.
 * Here such a consent opens nothing from the moment the version is in force. Each has a transaction of its own: any
 * replica goes on where another stopped.
 */
@ApplicationScoped
public class Lapsing {

    private static final Logger LOG = Logger.getLogger(Lapsing.class);
    private static final int BATCH = 200;

    private final ConsentStore store;
    private final Consents consents;
    private final Transactions transactions;

    Lapsing(ConsentStore store, Consents consents, Transactions transactions) {
        this.store = store;
        this.consents = consents;
        this.transactions = transactions;
    }

    /** Ends some of them. Twice a minute: the others are told of a change within 60 s. */
    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> lapse() {
        return transactions
                .run(tx -> store.outdated(tx, BATCH))
                .onItem()
                .transformToMulti(outdated -> Multi.createFrom().iterable(outdated))
                .onItem()
                .transformToUniAndConcatenate(this::lapse)
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warn("consents of a changed purpose are left", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Boolean> lapse(Receipt granted) {
        return transactions.run(tx -> consents.lapse(tx, granted));
    }
}
