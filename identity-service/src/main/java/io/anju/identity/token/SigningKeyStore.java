package io.anju.identity.token;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The signing keys at rest. */
public interface SigningKeyStore {

    Uni<List<SigningKey>> list(Tx tx);

    /** The same, with every other replica waiting until this transaction ends. */
    Uni<List<SigningKey>> listLocked(Tx tx);

    Uni<Void> add(Tx tx, SigningKey key);

    /** Writes down from when on a key signs, when it is to be forgotten and when it was withdrawn. */
    Uni<Void> save(Tx tx, SigningKey key);
}
