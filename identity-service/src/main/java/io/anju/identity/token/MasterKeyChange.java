package io.anju.identity.token;

import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Seals the private keys at rest anew by the master key that seals now, where another sealed them: a bounded number in a
 * transaction, beside the day's work, on from where the last one ended whoever ran it. When none is left, the other master
 * key may be taken away.
 */
@ApplicationScoped
public class MasterKeyChange {

    private static final Logger LOG = Logger.getLogger(MasterKeyChange.class);
    private static final int BATCH = 50;
    private static final int BATCHES_MAX = 200;
    private static final String BEGIN = "";

    private final SigningKeyStore store;
    private final Signer signer;
    private final Transactions transactions;

    MasterKeyChange(SigningKeyStore store, Signer signer, Transactions transactions) {
        this.store = store;
        this.signer = signer;
        this.transactions = transactions;
    }

    /**
     * How far it is.
     *
     * @param current id of the master key that seals
     * @param here ids of all that are here
     * @param counts how many keys each master key has sealed
     */
    public record Progress(String current, List<String> here, List<SigningKeyStore.SealedCount> counts) {

        /** Keys that still need another master key than the one that seals. */
        public int left() {
            return counts.stream()
                    .filter(count -> !count.by().equals(Optional.of(current)))
                    .mapToInt(SigningKeyStore.SealedCount::keys)
                    .sum();
        }
    }

    public Uni<Progress> progress(Tx tx) {
        return store.countBySeal(tx)
                .map(counts -> new Progress(signer.masterKeys().getFirst(), signer.masterKeys(), counts));
    }

    @Scheduled(
            every = "${anju.identity.master-key-round:60s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return run().onFailure()
                .invoke(failure -> LOG.warnf(
                        "private keys of another master key are left: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** All that are left, batch by batch; the number of keys that were sealed anew. */
    Uni<Integer> run() {
        return run(BEGIN, 1, 0).invoke(done -> {
            if (done > 0) {
                LOG.infof(
                        "%d private keys sealed anew by master key %s",
                        done, signer.masterKeys().getFirst());
            }
        });
    }

    private Uni<Integer> run(String after, int batch, int before) {
        return transactions
                .run(tx -> batch(tx, after))
                .flatMap(done -> done.whole() && batch < BATCHES_MAX
                        ? run(done.last(), batch + 1, before + done.sealed())
                        : Uni.createFrom().item(before + done.sealed()));
    }

    /** @param whole whether there may be more */
    private record Batch(String last, int sealed, boolean whole) {}

    private Uni<Batch> batch(Tx tx, String after) {
        return store.listSealedByOthers(tx, signer.masterKeys().getFirst(), after, BATCH)
                .flatMap(keys -> sealAnew(tx, keys)
                        .map(count -> new Batch(
                                keys.isEmpty() ? after : keys.getLast().times().kid(), count, keys.size() == BATCH)));
    }

    private Uni<Integer> sealAnew(Tx tx, List<SigningKey> keys) {
        Uni<Integer> done = Uni.createFrom().item(0);
        for (SigningKey key : keys) {
            var kid = key.times().kid();
            var fresh = signer.sealAnew(kid, key.privateSealed());
            if (fresh.isEmpty()) {
                LOG.warnf("no master key that is here sealed signing key %s", kid);
                continue;
            }
            done = done.flatMap(count -> store.saveSealed(tx, kid, fresh.get()).replaceWith(count + 1));
        }
        return done;
    }
}
