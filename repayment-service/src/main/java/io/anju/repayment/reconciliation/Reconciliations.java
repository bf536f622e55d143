package io.anju.repayment.reconciliation;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.model.FileLine;
import io.anju.repayment.reconciliation.model.Reconciliation;
import io.anju.repayment.reconciliation.model.Reconciliation.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where reconciliations and the lines of the daily files are kept, for each source apart. */
public interface Reconciliations {

    /** Begins the reconciliation of a date; one that has begun stays as it is. */
    Uni<Void> begin(Tx tx, Channel source, LocalDate date, String by, Instant now);

    /** Begins every date through that one that has none, from the first on which anything was ordered or linked. */
    Uni<Void> beginThrough(Tx tx, Channel source, LocalDate date, String by, Instant now);

    /** The reconciliation of a date. */
    Uni<Optional<Reconciliation>> find(Tx tx, Channel source, LocalDate date);

    /** The same, locked until the transaction ends. */
    Uni<Optional<Reconciliation>> findForUpdate(Tx tx, Channel source, LocalDate date);

    /** Has a date that is done wait for its file again. */
    Uni<Void> reread(Tx tx, Channel source, LocalDate date, String by);

    /** The newest date first, those before {@code before}, at most {@code limit}. */
    Uni<List<Reconciliation>> list(Tx tx, Channel source, Optional<LocalDate> before, int limit);

    /**
     * Leases a source's oldest date that is not done, if nobody works on it: dates are compared in their order, because
     * one rests on those before it.
     *
     * @param closedOnly only once the ledger takes no posting of that date any more
     */
    Uni<Optional<Task>> lease(Tx tx, Channel source, LocalDate today, boolean closedOnly, Instant now, Duration lease);

    /** A source's date to be worked on. */
    record Task(Channel source, LocalDate date, Stage stage) {}

    /** A file as it was read: how many lines, the SHA-256 over them, and what the other side calls this version. */
    record Read(int lines, String sha256, Optional<String> tag) {}

    /** A source's date whose file was read, as the version that the other side calls so. */
    record Known(Channel source, LocalDate date, Optional<String> tag) {}

    /**
     * Dates that are done whose files are worth another look: not older than {@code since}, not read or looked at after
     * {@code before}. They count as looked at now, so that nobody else looks at them.
     */
    Uni<List<Known>> takeToLookAt(Tx tx, LocalDate since, Instant before, Instant now, int limit);

    /** Locks a date until the transaction ends; false when another worker has got further with it meanwhile. */
    Uni<Boolean> take(Tx tx, Task task);

    /** Keeps lines of its file, as those of the version after the one that counts. */
    Uni<Void> addLines(Tx tx, Task task, List<FileLine> lines);

    /** The whole file is here, and from now on counts; dates behind it that were compared are so again. */
    Uni<Void> fetched(Tx tx, Task task, Read file);

    /** Whether a file is another one than the one that counts. */
    Uni<Boolean> isNew(Tx tx, Task task, Read file);

    /** The file that was read again is the one that counts, whatever the other side calls it now. */
    Uni<Void> unchanged(Tx tx, Task task, Optional<String> tag);

    /** An attempt came to nothing; the next comes after {@code wait}, doubled each time, up to an hour. */
    Uni<Void> failed(Tx tx, Task task, String problem, Instant now, Duration wait);

    /** Counts one comparison more of the date; answers with its number. */
    Uni<Integer> comparing(Tx tx, Task task);

    /** Its breaks are listed; sums up the three sides. */
    Uni<Void> compared(Tx tx, Task task, long carried, long orderedCarried);

    /** A part of its money is in suspense; the next worker goes on. */
    Uni<Void> goOn(Tx tx, Task task);

    /** Nothing is left to do. */
    Uni<Void> done(Tx tx, Task task, Instant now);

    /** How many dates have begun and are not done. */
    Uni<Long> behind(Tx tx);
}
