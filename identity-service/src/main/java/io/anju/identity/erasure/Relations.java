package io.anju.identity.erasure;

import io.anju.identity.erasure.model.Relation;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What binds customers to the bank; kept by loan-service. */
public interface Relations {

    /** Fails as unavailable when loan-service does not answer: nobody is erased on a guess. */
    Uni<Relation> of(UUID customerId);
}
