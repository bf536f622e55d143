package io.anju.repayment.ledger;

import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.model.DayDigest;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where closed days are kept. A day without transfers has no digest, and is closed with the next one that has some. */
public interface DayBooks {

    /**
     * From now on nothing is posted through the last day on which something was, of those up to this one; answers
     * whether that day was still open.
     */
    Uni<Boolean> close(Tx tx, LocalDate through);

    /** Sums and digests the oldest closed day that has no digest; empty when all have theirs. */
    Uni<Optional<DayDigest>> digestNext(Tx tx);

    /** The digests, the newest first, those before {@code before}, at most {@code limit}. */
    Uni<List<DayDigest>> list(Tx tx, Optional<LocalDate> before, int limit);

    /** The day's digest as it was written. */
    Uni<Optional<DayDigest>> find(Tx tx, LocalDate date);

    /** The day's digest as its entries, and the digest of the day before it, stand now. */
    Uni<DayDigest> reckon(Tx tx, LocalDate date);
}
