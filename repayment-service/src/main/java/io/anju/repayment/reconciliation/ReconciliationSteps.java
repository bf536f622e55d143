package io.anju.repayment.reconciliation;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.model.FileLine;
import io.anju.repayment.reconciliation.model.Reconciliation.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where the steps of a date are kept, and the lines of its file. */
public interface ReconciliationSteps {

    /**
     * Leases a source's oldest date that is not done, if nobody works on it: dates are compared in their order, because
     * one rests on those before it.
     *
     * @param closedOnly only once the ledger takes no posting of that date any more
     */
    Uni<Optional<Task>> lease(Tx tx, Channel source, LocalDate today, boolean closedOnly, Instant now, Duration lease);

    /**
     * A source's date to be worked on.
     *
     * @param until end of the lease, which is what tells it from another one
     */
    record Task(Channel source, LocalDate date, Stage stage, Instant until) {}

    /** A file as it was read: how many lines, the SHA-256 over them, and what the other side calls this version. */
    record Read(int lines, String sha256, Optional<String> tag) {}

    /** Locks a date until the transaction ends; false when another worker has leased it, or got further with it, meanwhile. */
    Uni<Boolean> take(Tx tx, Task task);

    /** Keeps lines of its file, as those of the version after the one that counts. */
    Uni<Void> addLines(Tx tx, Task task, List<FileLine> lines);

    /** The whole file is here, and from now on counts; dates behind it that were compared are so again. */
    Uni<Void> fetched(Tx tx, Task task, Read file);

    /** Whether a file is another one than the one that counts. */
    Uni<Boolean> isNew(Tx tx, Task task, Read file);

    /** The file that was read again is the one that counts, whatever the other side calls it now. */
    Uni<Void> unchanged(Tx tx, Task task, Optional<String> tag);

    /** An attempt came to nothing, if the date is still the worker's: the next comes after {@code wait}, doubled each time, up to an hour. */
    Uni<Void> failed(Tx tx, Task task, String problem, Instant now, Duration wait);

    /** Counts one comparison more of the date; answers with its number. */
    Uni<Integer> comparing(Tx tx, Task task);

    /** Its breaks are listed; sums up the three sides. */
    Uni<Void> compared(Tx tx, Task task, long carried, long orderedCarried);

    /** A part of its money is in suspense; the next worker goes on. */
    Uni<Void> goOn(Tx tx, Task task);

    /** Nothing is left to do. */
    Uni<Void> done(Tx tx, Task task, Instant now);
}
