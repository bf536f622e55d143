package io.anju.care.permit;

import io.anju.care.agency.AgencyStanding;
import io.anju.care.calendar.model.DayKind;
import io.anju.care.permit.model.ContactDecision;
import io.anju.care.permit.model.ContactFacts;
import io.anju.care.permit.model.ContactOutcome;
import io.anju.care.permit.model.ContactRequest;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where decisions of contact and what they rest on are kept. */
public interface ContactFiles {

    /** A permit that an agency holds. */
    record Held(UUID customer, ContactRequest request) {}

    /**
     * Waits for the other transactions that decide on the customer or the customer's number, and keeps later ones
     * waiting until this one ends: what is read after this stays true until then.
     */
    Uni<Void> lock(Tx tx, UUID customer);

    /** Everything the rules look at. To be called under the lock. */
    Uni<ContactFacts> facts(Tx tx, UUID customer, AgencyStanding agency, ContactRequest request, DayKind day);

    Uni<Void> record(
            Tx tx, UUID id, UUID customer, AgencyStanding agency, ContactAsk ask, ContactDecision decision, Instant at);

    /** A permit by its id; empty when this agency holds none such. */
    Uni<Optional<Held>> findPermit(Tx tx, UUID agency, UUID id);

    /** False when an outcome was reported before. */
    Uni<Boolean> report(Tx tx, UUID id, UUID customer, ContactOutcome outcome, Instant at);

    /** A customer's contacts, newest first, those before {@code before}. */
    Uni<List<ContactRecord>> list(Tx tx, UUID customer, Optional<UUID> before, int limit);

    /** The staff who had a part in a contact of the customer's; empty when the customer has no such contact. */
    Uni<Optional<Set<UUID>>> involved(Tx tx, UUID customer, UUID decision);
}
