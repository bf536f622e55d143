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

    /** Rings when there may be chunks to work on. */
    String BELL = "due-run";

    /**
     * Starts the run of a date and cuts all ids into chunks; or finds it, and opens those chunks again in which
     * something has become due. Answers with its id.
     *
     * @param chunkSize loans due per chunk
     */
    Uni<UUID> start(Tx tx, UUID newId, LocalDate date, String startedBy, Instant now, int chunkSize);

    /** The run with its progress. */
    Uni<Optional<DueRun>> find(Tx tx, UUID id);

    /** The newest runs first, at most {@code limit}, before {@code before}. */
    Uni<List<DueRun>> list(Tx tx, Optional<LocalDate> before, int limit);

    /** Leases the next open chunk of any run whose date has come. */
    Uni<Optional<Chunk>> lease(Tx tx, LocalDate today, Instant now, Duration lease);

    /**
     * Locks a chunk until the transaction ends and lists what is next in it, at most {@code limit} loans; empty when
     * another worker has done it meanwhile.
     */
    Uni<Optional<Part>> take(Tx tx, Chunk chunk, Instant now, int limit);

    /**
     * A part of a chunk: one transaction's work.
     *
     * @param loanIds to which the day brings something, in their order
     * @param last whether the chunk ends with them
     */
    record Part(List<UUID> loanIds, boolean last) {}

    /**
     * Adds what was done. The chunk goes on behind the part; after the last one it is done, unless loans were deferred:
     * then it begins anew after {@code retry}, doubled up to a minute as long as nothing is done in it.
     */
    Uni<Void> report(Tx tx, Chunk chunk, Part part, Tally tally, Instant now, Duration retry);

    /** A rate is heard of: opens the chunks again in which loans wait for one. */
    Uni<Void> rateHeard(Tx tx);

    /** Ends the runs whose chunks are all done. */
    Uni<Void> finish(Tx tx, Instant now);

    /** What is still to be done. */
    Uni<Backlog> backlog(Tx tx);

    /**
     * What is still to be done in all runs.
     *
     * @param runs that are not done
     * @param chunks that are open
     * @param deferred loans that wait for the outcome of an order
     * @param missing loans that wait for a reference rate
     */
    record Backlog(long runs, long chunks, long deferred, long missing) {}
}
