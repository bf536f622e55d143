package io.anju.identity.datakey;

import io.anju.identity.datakey.model.KeyKind;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customers' data keys. Nobody keeps one in memory: what is destroyed opens nothing from that moment on. */
public interface DataKeys {

    /** The customer's key, made on first use; fails once it is destroyed. */
    Uni<DataKey> obtain(Tx tx, UUID customerId, KeyKind kind);

    /** Empty before first use, and once destroyed. */
    Uni<Optional<DataKey>> find(Tx tx, UUID customerId, KeyKind kind);

    /** The key of a row of {@code data_key} that a neighbour has joined to its own; null where there is none. */
    Optional<DataKey> open(UUID customerId, KeyKind kind, byte @Nullable [] keySealed);

    /** For good: there will be none again, also where there was none yet. False when it was destroyed before. */
    Uni<Boolean> destroy(Tx tx, UUID customerId, KeyKind kind, Instant now);
}
