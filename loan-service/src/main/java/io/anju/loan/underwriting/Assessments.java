package io.anju.loan.underwriting;

import io.anju.kit.tx.Tx;
import io.anju.loan.underwriting.model.Assessment;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where assessments are kept. */
public interface Assessments {

    /** Adds one. */
    Uni<Void> add(Tx tx, UUID id, UUID applicationId, Assessment assessment, Instant at);

    /** The newest of an application. */
    Uni<Optional<Assessment>> findLatest(Tx tx, UUID applicationId);
}
