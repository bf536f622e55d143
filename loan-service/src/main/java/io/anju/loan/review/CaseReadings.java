package io.anju.loan.review;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Where it is kept who looked at a case. */
public interface CaseReadings {

    /** Keeps one reading. */
    Uni<Void> record(Tx tx, UUID applicationId, UUID reader);
}
