package io.anju.identity.proof;

import io.anju.identity.proof.model.FailureCount;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Failures in a row, by subject. */
public interface FailureCounts {

    Uni<Optional<FailureCount>> find(Tx tx, String subject);

    /** Locked for the subject until the transaction ends, also when there is none yet. */
    Uni<Optional<FailureCount>> findForUpdate(Tx tx, String subject);

    Uni<Void> save(Tx tx, String subject, FailureCount count);

    Uni<Void> remove(Tx tx, String subject);
}
