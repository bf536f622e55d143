package io.anju.repayment.duerun;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.duerun.model.DueRun;
import io.anju.repayment.duerun.model.DueRunRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts runs and tells how far they are. The work itself is {@link DueRunWorker}'s. */
@ApplicationScoped
public class DueRunning {

    private final DueRuns runs;
    private final DueRunConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    DueRunning(DueRuns runs, DueRunConfig config, BusinessClock clock, Ids ids) {
        this.runs = runs;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Starts the run of a date; it does every day missed before it too. Started again it goes on with whatever has
     * become due meanwhile, which is usually nothing.
     */
    public Uni<Result<DueRun, DueRunRefusal>> start(Tx tx, LocalDate date, String startedBy) {
        LocalDate today = clock.today();
        if (date.isAfter(today)) {
            return Uni.createFrom().item(Result.refused(new DueRunRefusal.DateAhead(date, today)));
        }
        return runs.start(tx, ids.next(), date, startedBy, clock.now(), config.chunkSize())
                .flatMap(id -> runs.find(tx, id))
                .map(Optional::orElseThrow)
                .map(Result::ok);
    }

    /** The run with its progress. */
    public Uni<Optional<DueRun>> find(Tx tx, UUID id) {
        return runs.find(tx, id);
    }

    /** The newest runs first. */
    public Uni<List<DueRun>> list(Tx tx, Optional<LocalDate> before, int limit) {
        return runs.list(tx, before, limit);
    }
}
