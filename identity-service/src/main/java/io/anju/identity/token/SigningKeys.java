package io.anju.identity.token;

import io.anju.identity.token.model.KeyRing;
import io.anju.identity.token.model.KeyTimes;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.kit.wake.Bells;
import io.anju.kit.wake.Rounds;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The signing keys: made on the first start, replaced by schedule or by command, kept in memory between.
 *
 * <p>Replicas share them through the database. Each reads them again now and then, well within {@link KeyRing#LEAD}, so
 * that all sign with the new key from the same moment on; and at once when one was made or withdrawn by command.
 */
@ApplicationScoped
public class SigningKeys {

    private static final String BELL = "signing_key";

    private final SigningKeyStore store;
    private final Signer signer;
    private final Transactions transactions;
    private final TokenConfig config;
    private final BusinessClock clock;
    private final Rounds readings = new Rounds("reading the signing keys", () -> load().replaceWithVoid());
    private volatile List<SigningKey> known = List.of();

    SigningKeys(
            SigningKeyStore store, Signer signer, Transactions transactions, TokenConfig config, BusinessClock clock) {
        this.store = store;
        this.signer = signer;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Bells bells) {
        bells.listen(BELL, readings::wake);
    }

    /** The key that signs now. */
    public Uni<SigningKey> signing() {
        return keys().map(keys -> {
            String kid = ring(keys).signer(clock.now()).orElseThrow().kid();
            return keys.stream()
                    .filter(key -> key.times().kid().equals(kid))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** The keys to publish. */
    public Uni<List<SigningKey>> published() {
        return keys().map(keys ->
                keys.stream().filter(key -> key.times().published(clock.now())).toList());
    }

    /**
     * Makes the next key now, whatever the schedule says.
     *
     * @param algorithm what it signs with; empty for what is configured
     */
    public Uni<List<SigningKey>> rotate(Tx tx, Optional<Signer.Algorithm> algorithm) {
        return store.listLocked(tx)
                .flatMap(keys -> replace(tx, keys, algorithm.orElse(config.signingAlgorithm())))
                .call(() -> Bells.ring(tx, BELL));
    }

    /**
     * Ends a key that somebody may have stolen: it signs nothing more and is published no more, on every replica as soon as
     * this is kept. When none is left to sign, there is a new one. Empty for a key that is not published now.
     */
    public Uni<Optional<List<SigningKey>>> withdraw(Tx tx, String kid) {
        return store.listLocked(tx).flatMap(keys -> {
            Instant now = clock.now();
            if (!ring(keys).publishes(kid, now)) {
                return Uni.createFrom().item(Optional.empty());
            }
            return save(tx, keys, ring(keys).without(kid, now))
                    .flatMap(left -> ring(left).head(now).isPresent()
                            ? Uni.createFrom().item(left)
                            : replace(tx, left, config.signingAlgorithm()))
                    .call(() -> Bells.ring(tx, BELL))
                    .map(Optional::of);
        });
    }

    @Scheduled(
            every = "${anju.identity.token.keys-round:30s}",
            delayed = "${anju.identity.token.keys-round:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        // In turn with what the bell wakes: a reading from before a withdrawal must not be the last.
        readings.wake();
        return Uni.createFrom().voidItem();
    }

    private Uni<List<SigningKey>> keys() {
        List<SigningKey> present = known;
        return present.isEmpty() ? load() : Uni.createFrom().item(present);
    }

    private Uni<List<SigningKey>> load() {
        return transactions
                .run(tx -> store.list(tx)
                        .flatMap(keys -> due(keys)
                                ? rotateIfStillDue(tx)
                                : Uni.createFrom().item(keys)))
                .invoke(keys -> known = keys);
    }

    private Uni<List<SigningKey>> rotateIfStillDue(Tx tx) {
        return store.listLocked(tx)
                .flatMap(keys -> due(keys)
                        ? replace(tx, keys, config.signingAlgorithm())
                        : Uni.createFrom().item(keys));
    }

    private boolean due(List<SigningKey> keys) {
        return ring(keys).rotationDue(clock.now(), config.signingKeyPeriod());
    }

    private Uni<List<SigningKey>> replace(Tx tx, List<SigningKey> keys, Signer.Algorithm algorithm) {
        var material = signer.generate(algorithm);
        KeyRing after = ring(keys).with(material.kid(), clock.now());
        KeyTimes fresh = after.keys().getLast();
        return save(tx, keys, after)
                .flatMap(saved -> store.add(
                        tx,
                        new SigningKey(fresh, material.algorithm(), material.publicJwk(), material.privateSealed())))
                .flatMap(added -> store.list(tx));
    }

    /** Writes down what has become of keys that are at rest already. */
    private Uni<List<SigningKey>> save(Tx tx, List<SigningKey> keys, KeyRing after) {
        Uni<Void> saved = Uni.createFrom().voidItem();
        for (KeyTimes times : after.keys()) {
            for (SigningKey old : keys) {
                if (old.times().kid().equals(times.kid()) && !old.times().equals(times)) {
                    var changed = new SigningKey(times, old.algorithm(), old.publicJwk(), old.privateSealed());
                    saved = saved.flatMap(done -> store.save(tx, changed));
                }
            }
        }
        return saved.flatMap(done -> store.list(tx));
    }

    private static KeyRing ring(List<SigningKey> keys) {
        return new KeyRing(keys.stream().map(SigningKey::times).toList());
    }
}
