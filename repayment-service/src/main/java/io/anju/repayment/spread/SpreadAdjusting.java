package io.anju.repayment.spread;

import io.anju.kernel.rate.Spread;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.spread.model.SpreadBatch;
import io.anju.repayment.spread.model.SpreadLoan;
import io.anju.repayment.spread.model.SpreadRefusal;
import io.anju.repayment.spread.model.SpreadRule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings the spreads of many loans down at once: one person proposes a rule and sees what it means, another approves. The
 * loans are then written down, and the due run takes each through the effective day.
 */
@ApplicationScoped
public class SpreadAdjusting {

    private final SpreadBatches batches;
    private final SpreadConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    SpreadAdjusting(SpreadBatches batches, SpreadConfig config, BusinessClock clock, Ids ids) {
        this.batches = batches;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /** Proposes; nothing changes before somebody else has approved. */
    public Uni<Result<SpreadBatch, SpreadRefusal>> propose(Tx tx, SpreadRule rule, String reason, UUID by) {
        return SpreadBatch.findRefusal(rule, new Spread(config.lowest()), clock.today())
                .map(SpreadAdjusting::refused)
                .orElseGet(() -> batches.preview(tx, rule).flatMap(preview -> {
                    if (preview.loans() == 0) {
                        return refused(new SpreadRefusal.NoLoans());
                    }
                    var proposal = new SpreadBatch.Proposal(ids.next(), rule, reason, preview, by, clock.now());
                    return keep(tx, new SpreadBatch.Proposed(proposal));
                }));
    }

    /** Decides; approved, its loans are written down from now on. */
    public Uni<Result<SpreadBatch, SpreadRefusal>> decide(Tx tx, UUID id, boolean approved, UUID by) {
        return batches.findForUpdate(tx, id).flatMap(found -> switch (found.orElse(null)) {
            case null -> refused(new SpreadRefusal.NotFound(id));
            case SpreadBatch.Declined declined -> refused(new SpreadRefusal.AlreadyDecided(id));
            case SpreadBatch.Approved before -> refused(new SpreadRefusal.AlreadyDecided(id));
            case SpreadBatch.Proposed proposed ->
                approved
                        ? approve(tx, proposed.approved(by, clock.now(), clock.today()))
                        : keep(tx, proposed.declined(by, clock.now()));
        });
    }

    private Uni<Result<SpreadBatch, SpreadRefusal>> approve(Tx tx, Result<SpreadBatch, SpreadRefusal> result) {
        return batches.findUnderWay(tx)
                .flatMap(other ->
                        other.isPresent() ? refused(new SpreadRefusal.AnotherUnderWay(other.get())) : keep(tx, result));
    }

    /** One batch. */
    public Uni<Optional<SpreadBatch>> find(Tx tx, UUID id) {
        return batches.find(tx, id);
    }

    /** Batches, the newest first. */
    public Uni<List<SpreadBatch>> list(Tx tx, Optional<UUID> before, int limit) {
        return batches.list(tx, before, limit);
    }

    /** Loans of a batch; empty when there is no such batch. */
    public Uni<Optional<List<SpreadLoan>>> listLoans(Tx tx, UUID id, Optional<UUID> after, int limit) {
        return batches.find(tx, id)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : batches.listLoans(tx, id, after, limit).map(Optional::of));
    }

    private Uni<Result<SpreadBatch, SpreadRefusal>> keep(Tx tx, Result<SpreadBatch, SpreadRefusal> result) {
        return switch (result) {
            case Result.Refused<SpreadBatch, SpreadRefusal>(SpreadRefusal refusal) -> refused(refusal);
            case Result.Ok<SpreadBatch, SpreadRefusal>(SpreadBatch batch) -> keep(tx, batch);
        };
    }

    private Uni<Result<SpreadBatch, SpreadRefusal>> keep(Tx tx, SpreadBatch batch) {
        return batches.save(tx, batch).replaceWith(Result.ok(batch));
    }

    private static Uni<Result<SpreadBatch, SpreadRefusal>> refused(SpreadRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
