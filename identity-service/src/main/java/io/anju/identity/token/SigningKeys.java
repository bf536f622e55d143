package io.anju.identity.token;

import io.anju.identity.token.model.KeyRing;
import io.anju.identity.token.model.KeyTimes;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The signing keys: made on the first start, replaced by schedule or by command, kept in memory between.
 *
 * <p>Replicas share them through the database. Each reads them again now and then, well within {@link KeyRing#LEAD}, so
 * that all sign with the new key from the same moment on.
 */
@ApplicationScoped
public class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final SigningKeyStore store;
    private final Signer signer;
    private final Transactions transactions;
    private final TokenConfig config;
    private final BusinessClock clock;
    private volatile List<SigningKey> known = List.of();

    SigningKeys(
            SigningKeyStore store, Signer signer, Transactions transactions, TokenConfig config, BusinessClock clock) {
        this.store = store;
        this.signer = signer;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
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
        return store.listLocked(tx).flatMap(keys -> replace(tx, keys, algorithm.orElse(config.signingAlgorithm())));
    }

    @Scheduled(
            every = "${anju.identity.token.keys-round:30s}",
            delayed = "${anju.identity.token.keys-round:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return load().replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warn("the signing keys will be read again", failure))
                .onFailure()
                .recoverWithNull();
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
        Uni<Void> saved = Uni.createFrom().voidItem();
        for (KeyTimes times : after.keys()) {
            Optional<SigningKey> old = keys.stream()
                    .filter(key -> key.times().kid().equals(times.kid()))
                    .findFirst();
            saved = saved.flatMap(done -> old.isPresent()
                    ? store.save(
                            tx,
                            new SigningKey(
                                    times,
                                    old.get().algorithm(),
                                    old.get().publicJwk(),
                                    old.get().privateSealed()))
                    : store.add(
                            tx,
                            new SigningKey(
                                    times, material.algorithm(), material.publicJwk(), material.privateSealed())));
        }
        return saved.flatMap(done -> store.list(tx));
    }

    private static KeyRing ring(List<SigningKey> keys) {
        return new KeyRing(keys.stream().map(SigningKey::times).toList());
    }
}
