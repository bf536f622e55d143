package io.anju.care.permit;

import io.anju.care.permit.model.ContactRefusal;

/** What an agency is answered. */
public sealed interface ContactAnswer {

    /** @param token the permit, signed */
    record Granted(Permit permit, String token) implements ContactAnswer {}

    /** Recorded like a grant. */
    record Refused(ContactRefusal reason) implements ContactAnswer {}

    /** The agency has no such reference, or no longer. */
    record UnknownReference() implements ContactAnswer {}
}
