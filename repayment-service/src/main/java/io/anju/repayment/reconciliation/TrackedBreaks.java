package io.anju.repayment.reconciliation;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Break;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.ReconciliationSteps.Task;
import io.anju.repayment.reconciliation.model.Finding;
import io.anju.repayment.reconciliation.model.TrackedBreak;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where breaks are followed. Those that the rail's word makes are recorded by {@link io.anju.repayment.rail.Breaks}. */
public interface TrackedBreaks {

    /**
     * Lists what a date's comparison found, the one of that number. A break that was told of before becomes the date's;
     * one that an earlier comparison has found alike stays as it is, whatever people have decided of it.
     */
    Uni<Void> record(Tx tx, Task date, int comparison, List<Finding> findings, Instant now);

    /** Breaks of a date in suspense that are not resolved and that its latest comparison does not find any more. */
    Uni<List<TrackedBreak>> listGone(Tx tx, Task date, int comparison, int limit);

    /**
     * Ends the others that it does not find any more: those that nobody has resolved are, the corrected file being the
     * reason; what people have decided stays. Where they have paid money out, a break is opened for it.
     */
    Uni<Void> overtake(Tx tx, Task date, int comparison, Instant now);

    /** Breaks of a date whose money is still to go to suspense. */
    Uni<List<TrackedBreak>> listToSuspend(Tx tx, Task date, int limit);

    /**
     * Breaks of orders that were open when their date was compared, and have ended since without taking all that the rail
     * moved; the rest is to go to suspense.
     */
    Uni<List<TrackedBreak>> listLeftOver(Tx tx, int limit);

    /** Their money is in suspense, each by its transfer. */
    Uni<Void> suspended(Tx tx, Map<UUID, UUID> transfers);

    /** The money of these is out of suspense again, each by its transfer. */
    Uni<Void> releasedAll(Tx tx, Map<UUID, UUID> transfers);

    /** The money of one is out of suspense again. */
    Uni<Void> released(Tx tx, UUID id, UUID transfer);

    /** Opens a break for what a payout has left with its payee, once the counter is to get the money of that one back. */
    Uni<Void> leftWithPayee(Tx tx, UUID id, Instant now);

    /** Resolves those about which our books and the rail have come to agree; answers how many, at most {@code limit}. */
    Uni<Integer> resolveAgreed(Tx tx, Instant now, int limit);

    Uni<Optional<TrackedBreak>> find(Tx tx, UUID id);

    /** The same, locked until the transaction ends. */
    Uni<Optional<TrackedBreak>> findForUpdate(Tx tx, UUID id);

    /** In the order of ids, behind {@code after}, at most {@code limit}. */
    Uni<List<TrackedBreak>> list(Tx tx, Filter filter, Optional<UUID> after, int limit);

    /** Keeps a break's state. */
    Uni<Void> save(Tx tx, TrackedBreak after);

    /** Those that are not resolved, by kind and days of age, the last being {@code most} and older. */
    Uni<List<Open>> countOpen(Tx tx, Instant now, int most);

    /** Which breaks; what is absent does not matter. */
    record Filter(
            Optional<Channel> source,
            Optional<LocalDate> date,
            Optional<Break.Kind> kind,
            Optional<Boolean> resolved) {}

    /** So many breaks of a kind are so many days old. */
    record Open(Break.Kind kind, int days, long count) {}
}
