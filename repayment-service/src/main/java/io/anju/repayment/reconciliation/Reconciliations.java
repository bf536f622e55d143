package io.anju.repayment.reconciliation;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.model.Reconciliation;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where reconciliations are kept, for each source apart. */
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

    /** A source's date whose file was read, as the version that the other side calls so. */
    record Known(Channel source, LocalDate date, Optional<String> tag) {}

    /**
     * Dates that are done whose files are worth another look: not older than {@code since}, not read or looked at after
     * {@code before}. They count as looked at now, so that nobody else looks at them.
     */
    Uni<List<Known>> takeToLookAt(Tx tx, LocalDate since, Instant before, Instant now, int limit);

    /** How many dates have begun and are not done. */
    Uni<Long> behind(Tx tx);
}
