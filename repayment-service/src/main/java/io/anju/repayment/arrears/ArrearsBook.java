package io.anju.repayment.arrears;

import io.anju.kernel.arrears.Ageing;
import io.anju.kernel.arrears.LoanClass;
import io.anju.kit.tx.Tx;
import io.anju.repayment.arrears.model.Arrears;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where classifications are kept, and how far a date's are. A loan of which nothing is kept is current and normal. */
public interface ArrearsBook {

    /**
     * A loan that is being repaid.
     *
     * @param asOf business date of its classification; empty when it is current and normal
     * @param outstanding principal not billed yet, fen
     */
    record Entry(UUID loanId, UUID customerId, long outstanding, Arrears arrears, Optional<LocalDate> asOf) {}

    /** Which loans; empty: all that are being repaid. */
    record Filter(Optional<LoanClass> loanClass, Optional<Ageing> ageing) {}

    /** So many loans of one bucket and class. */
    record Count(Ageing ageing, LoanClass loanClass, long loans) {}

    /** A loan to be classified; {@code active} unless it has been repaid meanwhile. */
    record Candidate(UUID loanId, boolean active) {}

    /** Begins a date's classification, unless it has begun. */
    Uni<Void> begin(Tx tx, LocalDate date);

    /**
     * Locks it until the transaction ends and lists the loans that are next: those with a bill that is due and unpaid, and
     * those of which something is kept. Empty when it is done, or another worker is at it.
     */
    Uni<Optional<List<Candidate>>> take(Tx tx, LocalDate date, int limit);

    /** Whether a date's classification is done, and not only in another worker's hands. */
    Uni<Boolean> isDone(Tx tx, LocalDate date);

    /** Goes on behind a loan; empty ends it. */
    Uni<Void> moveOn(Tx tx, LocalDate date, Optional<UUID> doneTo);

    /** Keeps what loans are; of one that is current and normal, nothing. */
    Uni<Void> keep(Tx tx, LocalDate date, Map<UUID, Arrears> loans);

    /** Loans by id behind {@code after}, at most {@code limit}. */
    Uni<List<Entry>> list(Tx tx, Filter filter, Optional<UUID> after, int limit);

    /** How many loans there are of each bucket and class of which something is kept. */
    Uni<List<Count>> count(Tx tx);
}
