package io.anju.loan.underwriting;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Port to identity-service, which records every reading of who a customer is. */
public interface Parties {

    /** Who the customer is, for a credit check; held in memory only. Fails as {@link CreditBureau} does. */
    Uni<Party> get(UUID customerId);
}
