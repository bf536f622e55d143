package io.anju.identity.hold;

import io.anju.identity.hold.model.Hold;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Held acts. */
public interface HoldStore {

    /** Held, or denied; false when the same is already. */
    Uni<Boolean> add(Tx tx, Hold.Placed placed);

    /** The one that is held or denied already. */
    Uni<Optional<Hold>> findHeld(Tx tx, Hold.Placed like);

    Uni<Optional<Hold>> find(Tx tx, UUID id);

    /** Locked until the transaction ends: two officers are heard one after the other. */
    Uni<Optional<Hold>> findForUpdate(Tx tx, UUID id);

    /** Releases that are good now, newest first. */
    Uni<List<Hold.Released>> released(Tx tx, UUID personId, String act, String resource, Instant now);

    /** What was decided since about the same, the latest decision first. */
    Uni<List<Hold>> decided(Tx tx, UUID personId, String act, String resource, Instant since);

    /** Newest first, those before this one; of any state when none is named. */
    Uni<List<Hold>> list(Tx tx, Optional<String> state, Optional<UUID> before, int limit);

    /** The person's own, newest first. */
    Uni<List<Hold>> listOf(Tx tx, UUID personId, Optional<UUID> before, int limit);

    Uni<Void> save(Tx tx, Hold hold);

    /** What its person said against it. */
    Uni<Optional<Appeal>> findAppeal(Tx tx, UUID id);

    Uni<Void> addAppeal(Tx tx, UUID id, Appeal appeal);

    /** @param sealed by the customer's key */
    record Appeal(byte[] sealed, Instant at) {

        @Override
        public String toString() {
            return "Appeal";
        }
    }

    /** Keeps by which releases a verification is opened. */
    Uni<Void> addWays(Tx tx, UUID verificationId, List<UUID> holdIds);

    /** The releases by which it was opened, locked; none for a verification that needed none. */
    Uni<List<Hold>> findWaysForUpdate(Tx tx, UUID verificationId);
}
