package io.anju.care.permit;

import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.care.permit.model.RedemptionRefusal;
import io.anju.kernel.result.Result;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** A customer's telephone number; never kept here, and each asking is recorded where it is kept. */
public interface ContactNumbers {

    /** For the customer's own contract; empty when there is no such customer. */
    Uni<Optional<String>> find(UUID customer, ContactPurpose purpose);

    /**
     * For one contact by one way. Where it rests on consent, identity-service decides by the consent of this moment,
     * though its withdrawal has not been heard here.
     *
     * @return empty when there is no such customer; refused when the customer does not consent
     */
    Uni<Result<Optional<String>, RedemptionRefusal>> find(
            UUID customer, ContactPurpose purpose, ContactChannel channel);
}
