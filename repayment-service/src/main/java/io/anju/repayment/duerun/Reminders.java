package io.anju.repayment.duerun;

import io.anju.kit.tx.Tx;
import io.anju.repayment.duerun.model.Reminder;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where it is kept how far reminders are. */
public interface Reminders {

    /** Begins a reminder, unless it has begun. */
    Uni<Void> begin(Tx tx, Reminder reminder);

    /**
     * Locks it until the transaction ends and lists the loans that are next, at most {@code limit}; empty when it is done,
     * or another worker is at it.
     */
    Uni<Optional<List<UUID>>> take(Tx tx, Reminder reminder, int limit);

    /** Goes on behind a loan; empty ends it. */
    Uni<Void> moveOn(Tx tx, Reminder reminder, Optional<UUID> doneTo);

    /** Whether all of these, each another, have been told; false while somebody is at them. */
    Uni<Boolean> areDone(Tx tx, Collection<Reminder> reminders);
}
