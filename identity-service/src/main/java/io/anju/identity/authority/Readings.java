package io.anju.identity.authority;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What members of staff have read. */
public interface Readings {

    /** Newest first, those before this one. */
    Uni<List<Reading>> list(Tx tx, UUID memberId, Optional<UUID> before, int limit);
}
