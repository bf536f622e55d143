package io.anju.repayment.reconciliation;

import io.anju.kit.tx.Tx;
import io.anju.repayment.reconciliation.model.RailLine;
import io.anju.repayment.reconciliation.model.Reconciliation;
import io.anju.repayment.reconciliation.model.Reconciliation.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where reconciliations and the lines of the rail's files are kept. */
public interface Reconciliations {

    /** Begins the reconciliation of a date; one that has begun stays as it is. */
    Uni<Void> begin(Tx tx, LocalDate date, String by, Instant now);

    /** Begins every date through that one that has none, from the first on which anything was ordered. */
    Uni<Void> beginThrough(Tx tx, LocalDate date, String by, Instant now);

    /** The reconciliation of a date. */
    Uni<Optional<Reconciliation>> find(Tx tx, LocalDate date);

    /** The newest date first, those before {@code before}, at most {@code limit}. */
    Uni<List<Reconciliation>> list(Tx tx, Optional<LocalDate> before, int limit);

    /**
     * Leases the oldest date that is not done, if nobody works on it: dates are compared in their order, because one
     * rests on those before it.
     *
     * @param closedOnly only once the ledger takes no posting of that date any more
     */
    Uni<Optional<Task>> lease(Tx tx, LocalDate today, boolean closedOnly, Instant now, Duration lease);

    /** A date to be worked on. */
    record Task(LocalDate date, Stage stage) {}

    /** Locks a date until the transaction ends; false when another worker has got further with it meanwhile. */
    Uni<Boolean> take(Tx tx, Task task);

    /** Keeps lines of its file. */
    Uni<Void> addLines(Tx tx, LocalDate date, List<RailLine> lines);

    /** The whole file is here. */
    Uni<Void> fetched(Tx tx, LocalDate date, int lines);

    /** An attempt came to nothing; the next comes after {@code wait}, doubled each time, up to an hour. */
    Uni<Void> failed(Tx tx, LocalDate date, String problem, Instant now, Duration wait);

    /** Its breaks are listed; sums up the three sides. */
    Uni<Void> compared(Tx tx, LocalDate date, long carried, long orderedCarried);

    /** A part of its money is in suspense; the next worker goes on. */
    Uni<Void> goOn(Tx tx, LocalDate date);

    /** Nothing is left to do. */
    Uni<Void> done(Tx tx, LocalDate date, Instant now);

    /** How many dates have begun and are not done. */
    Uni<Long> behind(Tx tx);
}
