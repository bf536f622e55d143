package io.anju.identity.export;

import io.anju.identity.export.model.Export;
import io.anju.identity.export.model.Part;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Exports, and the data they are gathered from. */
public interface ExportStore {

    /** Keeps a new one, unless one is under way; the one under way then is the answer. */
    Uni<Export.Gathering> open(Tx tx, Export.Opening opening);

    Uni<Optional<Export>> find(Tx tx, UUID customerId, UUID id);

    /** Newest first, those before {@code before}. */
    Uni<List<Export>> list(Tx tx, UUID customerId, Optional<UUID> before, int limit);

    /**
     * The one that has waited longest and that nobody works on; nobody else gets it until then. One that was begun and left
     * has waited since it was left, so that those that fail keep nobody from their turn.
     */
    Uni<Optional<Export.Gathering>> lease(Tx tx, Instant now, Instant until);

    /** What this service holds of a customer, as a JSON array, newest first; one entry too many where there are more. */
    Uni<String> gather(Tx tx, Export.Opening opening, Part part);

    /** Keeps a part; what is there already stays as it is. */
    Uni<Void> addPart(Tx tx, UUID id, Part part, byte[] sealed);

    Uni<Map<Part, byte[]>> parts(Tx tx, UUID id);

    Uni<Void> save(Tx tx, Export.Ready ready);

    /** Gives one up that cannot be made. */
    Uni<Void> remove(Tx tx, UUID id);

    /** Takes away the content of those whose time is over, a bounded number at a time. */
    Uni<Integer> expire(Tx tx, Instant now);
}
