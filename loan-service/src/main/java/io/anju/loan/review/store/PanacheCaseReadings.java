package io.anju.loan.review.store;

import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.loan.review.CaseReadings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Readings of cases, inserted and never changed. */
@ApplicationScoped
class PanacheCaseReadings implements CaseReadings {

    private final Ids ids;
    private final BusinessClock clock;

    PanacheCaseReadings(Ids ids, BusinessClock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Void> record(Tx tx, UUID applicationId, UUID reader) {
        return tx.update(
                        "insert into case_reading (id, application_id, reader, read_at) values ($1, $2, $3, $4)",
                        ids.next(),
                        applicationId,
                        reader,
                        clock.now())
                .replaceWithVoid();
    }
}
