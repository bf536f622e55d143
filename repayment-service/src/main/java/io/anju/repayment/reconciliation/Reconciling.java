package io.anju.repayment.reconciliation;

import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.model.Reconciliation;
import io.anju.repayment.reconciliation.model.ReconciliationRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Begins reconciliations and tells how far they are. The work itself is {@link ReconciliationWorker}'s. */
@ApplicationScoped
public class Reconciling {

    private final Reconciliations dates;
    private final BusinessClock clock;

    Reconciling(Reconciliations dates, BusinessClock clock) {
        this.dates = dates;
        this.clock = clock;
    }

    /** Begins the reconciliation of a date that is over; one that has begun, or is done, is answered as it is. */
    public Uni<Result<Reconciliation, ReconciliationRefusal>> begin(Tx tx, Channel source, LocalDate date, String by) {
        LocalDate today = clock.today();
        if (!date.isBefore(today)) {
            return Uni.createFrom().item(Result.refused(new ReconciliationRefusal.DateAhead(date, today)));
        }
        return dates.begin(tx, source, date, by, clock.now())
                .flatMap(begun -> dates.find(tx, source, date))
                .map(Optional::orElseThrow)
                .map(Result::ok);
    }

    /**
     * Has a date's file read again, because it was corrected. What the correction explains is closed, what is new is
     * opened, what people have decided stays; the sums are made anew, for the dates behind it too.
     */
    public Uni<Result<Reconciliation, ReconciliationRefusal>> reread(Tx tx, Channel source, LocalDate date, String by) {
        return dates.findForUpdate(tx, source, date).flatMap(found -> switch (found.orElse(null)) {
            case null -> Uni.createFrom().item(Result.refused(new ReconciliationRefusal.Unknown(date)));
            case Reconciliation it ->
                switch (it.stage()) {
                    // It is about to read the file anyway.
                    case WAITING -> Uni.createFrom().item(Result.ok(it));
                    case FETCHED, COMPARED ->
                        Uni.createFrom()
                                .item(Result.refused(new ReconciliationRefusal.UnderWay(
                                        date, it.stage().name())));
                    case DONE ->
                        dates.reread(tx, source, date, by)
                                .flatMap(waits -> dates.find(tx, source, date))
                                .map(Optional::orElseThrow)
                                .map(Result::ok);
                };
        });
    }

    /** The three sides of a date, and how far its reconciliation is. */
    public Uni<Optional<Reconciliation>> find(Tx tx, Channel source, LocalDate date) {
        return dates.find(tx, source, date);
    }

    /** The newest dates first. */
    public Uni<List<Reconciliation>> list(Tx tx, Channel source, Optional<LocalDate> before, int limit) {
        return dates.list(tx, source, before, limit);
    }
}
