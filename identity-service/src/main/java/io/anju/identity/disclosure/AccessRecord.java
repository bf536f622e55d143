package io.anju.identity.disclosure;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A reading of a customer's personal data.
 *
 * @param reader name of the service, or id of the member of staff
 * @param data the fields, or the kind of data, that were read
 */
public record AccessRecord(
        UUID id, UUID customerId, String reader, ReaderKind readerKind, String purpose, Set<String> data, Instant at) {

    /** Who reads. */
    public enum ReaderKind {
        SERVICE,
        STAFF,
        AGENCY
    }
}
