package io.anju.repayment.duerun;

import io.anju.kit.tx.Tx;
import io.anju.repayment.duerun.model.Chunk;
import io.anju.repayment.duerun.model.DueRun;
import io.anju.repayment.duerun.model.Tally;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where runs and their chunks are kept. */
public interface DueRuns {

    /**
     * Starts the run of a date, or finds it; cuts what is due and in no open chunk into chunks. Answers with its id.
     *
     * @param chunkSize loans per chunk
     */
    Uni<UUID> start(Tx tx, UUID newId, LocalDate date, String startedBy, Instant now, int chunkSize);

    /** The run with its progress. */
    Uni<Optional<DueRun>> find(Tx tx, UUID id);

    /** The newest runs first, at most {@code limit}, before {@code before}. */
    Uni<List<DueRun>> list(Tx tx, Optional<LocalDate> before, int limit);

    /** Leases the next open chunk of any run. */
    Uni<Optional<Chunk>> lease(Tx tx, Instant now, Duration lease);

    /** Adds what was done, and closes the chunk unless loans were deferred: then it is open again at {@code retryAt}. */
    Uni<Void> report(Tx tx, Chunk chunk, Tally tally, Instant retryAt);

    /** Ends the runs whose chunks are all done. */
    Uni<Void> finish(Tx tx, Instant now);
}
