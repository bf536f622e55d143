package io.anju.repayment.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.ReconciliationSteps.Task;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Workers that fetch in a way of their own, or die. */
@ApplicationScoped
class Workers {

    private final Transactions transactions;
    private final ReconciliationSteps steps;
    private final Sources sources;
    private final TrackedBreaks breaks;
    private final SettlementFile file;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final Ids ids;
    private final ReconciliationWorker worker;

    Workers(
            Transactions transactions,
            ReconciliationSteps steps,
            Sources sources,
            TrackedBreaks breaks,
            SettlementFile file,
            Ledger ledger,
            BusinessClock clock,
            Ids ids,
            ReconciliationWorker worker) {
        this.transactions = transactions;
        this.steps = steps;
        this.sources = sources;
        this.breaks = breaks;
        this.file = file;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
        this.worker = worker;
    }

    /** The day's next step, leased. */
    Task lease(RailDay day) {
        Task task = worker.lease(Channel.RAIL).await().indefinitely().orElseThrow();
        assertEquals(day.date(), task.date());
        return task;
    }

    /** One that has its file so. */
    ReconciliationWork fetching(SettlementFile so) {
        return work(transactions, so);
    }

    /** Does all of a step, and is killed when nothing of it is committed. */
    void dieInTheMiddleOf(Task task) {
        var dying = new Transactions() {
            @Override
            public <T> Uni<T> run(Function<Tx, Uni<T>> step) {
                return transactions.run(tx ->
                        step.apply(tx).flatMap(done -> Uni.createFrom().failure(new IllegalStateException("killed"))));
            }
        };
        work(dying, file).run(task).onFailure().recoverWithNull().await().indefinitely();
    }

    private ReconciliationWork work(Transactions within, SettlementFile from) {
        return new ReconciliationWork(within, steps, sources, breaks, from, ledger, clock, ids);
    }
}
