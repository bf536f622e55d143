package io.anju.identity.token;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The signing keys at rest. */
public interface SigningKeyStore {

    Uni<List<SigningKey>> list(Tx tx);

    /** The same, with every other replica waiting until this transaction ends. */
    Uni<List<SigningKey>> listLocked(Tx tx);

    Uni<Void> add(Tx tx, SigningKey key);

    /** Writes down from when on a key signs, when it is to be forgotten and when it was withdrawn. */
    Uni<Void> save(Tx tx, SigningKey key);

    /**
     * The next keys that another master key than this sealed, by their ids, locked; replicas skip each other's.
     *
     * @param after the id after which to look, so that one that cannot be opened stands in nobody's way
     */
    Uni<List<SigningKey>> listSealedByOthers(Tx tx, String master, String after, int limit);

    Uni<Void> saveSealed(Tx tx, String kid, SealedKey sealed);

    /** How many keys each master key has sealed. */
    Uni<List<SealedCount>> countBySeal(Tx tx);

    /** @param by empty for those from before master keys were written down */
    record SealedCount(Optional<String> by, int keys) {}
}
