package io.anju.repayment.duerun;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where it is kept how far a date's reminders are. */
public interface Reminders {

    /** Begins a date's reminders of instalments that fall due so many days later, unless they have begun. */
    Uni<Void> begin(Tx tx, LocalDate date, int daysBefore);

    /**
     * Locks them until the transaction ends and lists the loans that are next, at most {@code limit}; empty when they
     * are done, or another worker is at them.
     */
    Uni<Optional<List<UUID>>> take(Tx tx, LocalDate date, int daysBefore, int limit);

    /** Goes on behind a loan; empty ends them. */
    Uni<Void> moveOn(Tx tx, LocalDate date, int daysBefore, Optional<UUID> doneTo);

    /** Whether a date's reminders of all these days have been told; false while somebody is at them. */
    Uni<Boolean> areDone(Tx tx, LocalDate date, Collection<Integer> daysBefore);
}
