package io.anju.care.permit;

import io.anju.care.permit.model.ContactPurpose;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** A customer's telephone number; never kept here, and each asking is recorded where it is kept. */
public interface ContactNumbers {

    /** Empty when there is no such customer. */
    Uni<Optional<String>> find(UUID customer, ContactPurpose purpose);
}
