package io.anju.identity.disclosure;

import io.anju.identity.disclosure.model.Disclosure;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A reading of a customer's personal data.
 *
 * @param reader name of the service, or id of the member of staff
 */
public record AccessRecord(
        UUID id,
        UUID customerId,
        String reader,
        ReaderKind readerKind,
        String purpose,
        Set<Disclosure.Field> fields,
        Instant at) {

    /** Who reads. */
    public enum ReaderKind {
        SERVICE,
        STAFF,
        AGENCY
    }
}
