package io.anju.identity.listing;

import io.anju.identity.listing.model.Listing;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The list. */
public interface ListingStore {

    /** A decision's trace; empty inside when it has none of this kind, empty when there is no decision. */
    Uni<Optional<Optional<byte[]>>> findTrace(Tx tx, UUID decisionId, Listing.Kind kind);

    /** Puts it on; what is on already gets the new reason and time, and is answered with the id it has. */
    Uni<Listing> put(Tx tx, Listing listing, byte[] trace);

    /** The ones that ended too, by id. */
    Uni<List<Listing>> list(Tx tx, Optional<UUID> after, int limit);

    /** The one that ended too. */
    Uni<Optional<Listing>> find(Tx tx, UUID id);

    /** False when there is none. */
    Uni<Boolean> remove(Tx tx, UUID id);
}
