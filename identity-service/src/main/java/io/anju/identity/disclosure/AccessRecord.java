package io.anju.identity.disclosure;

import io.anju.identity.disclosure.model.ReadResource;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A reading of a customer's personal data.
 *
 * @param reader name of the service, or id of the member of staff
 * @param data the fields, or the kind of data, that were read
 * @param resource what it was read of, where that is one thing; a service that asks for fields reads the customer
 */
public record AccessRecord(
        UUID id,
        UUID customerId,
        String reader,
        ReaderKind readerKind,
        String purpose,
        Set<String> data,
        Optional<ReadResource> resource,
        Instant at) {

    /** A reading of nothing but the customer. */
    AccessRecord(
            UUID id,
            UUID customerId,
            String reader,
            ReaderKind readerKind,
            String purpose,
            Set<String> data,
            Instant at) {
        this(id, customerId, reader, readerKind, purpose, data, Optional.empty(), at);
    }

    /** Who reads. */
    public enum ReaderKind {
        SERVICE,
        STAFF,
        AGENCY
    }
}
