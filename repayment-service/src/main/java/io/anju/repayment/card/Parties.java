package io.anju.repayment.card;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Identity's party data; each reading is recorded there with its purpose. */
public interface Parties {

    /** The customer's verified name, ID number and phone; empty before they are verified. */
    Uni<Optional<Party>> findForCardBinding(UUID customerId);
}
