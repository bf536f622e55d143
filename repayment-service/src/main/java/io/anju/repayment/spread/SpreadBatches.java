package io.anju.repayment.spread;

import io.anju.kit.tx.Tx;
import io.anju.repayment.spread.model.SpreadBatch;
import io.anju.repayment.spread.model.SpreadLoan;
import io.anju.repayment.spread.model.SpreadRule;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where batches and their loans are kept. */
public interface SpreadBatches {

    /** What the rule means for the loans as they are. */
    Uni<SpreadBatch.Preview> preview(Tx tx, SpreadRule rule);

    /** Keeps one, new or decided. */
    Uni<Void> save(Tx tx, SpreadBatch batch);

    /** The batch with its progress. */
    Uni<Optional<SpreadBatch>> find(Tx tx, UUID id);

    /** The same, locked until the transaction ends. */
    Uni<Optional<SpreadBatch>> findForUpdate(Tx tx, UUID id);

    /** The batch that is approved and not done, if there is one; until the transaction ends no other is approved. */
    Uni<Optional<UUID>> findUnderWay(Tx tx);

    /** The newest first, those before {@code before}, at most {@code limit}; progress counted for each. */
    Uni<List<SpreadBatch>> list(Tx tx, Optional<UUID> before, int limit);

    /** Loans of a batch by id, those behind {@code after}, at most {@code limit}. */
    Uni<List<SpreadLoan>> listLoans(Tx tx, UUID id, Optional<UUID> after, int limit);

    /**
     * Writes the next loans of a batch down that is being listed, at most {@code limit}; answers whether there may be more.
     * How far it came is kept with them, so that another goes on there.
     */
    Uni<Boolean> listNext(Tx tx, LocalDate today, int limit);

    /** Ends the wait of loans that are over, at most {@code limit}, and the batches of which none waits any more. */
    Uni<Void> finish(Tx tx, LocalDate today, Instant now, int limit);
}
