package io.anju.identity.erasure;

import io.anju.identity.erasure.model.DueItem;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What is kept of erased customers, item by item. */
public interface RetentionStore {

    /** One whose day has come and which nobody has in hand; nobody else gets it until then. */
    Uni<Optional<DueItem>> lease(Tx tx, LocalDate today, Instant now, Instant until);

    /** Marks it as let go; false when it was so already. */
    Uni<Boolean> letGo(Tx tx, DueItem due, Instant now);

    /** Takes away what this service holds of it, which is marked. */
    Uni<Void> remove(Tx tx, DueItem due);
}
