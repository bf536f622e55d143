package io.anju.care.agency;

import io.anju.care.agency.model.Agency;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where agencies are kept. */
public interface Agencies {

    /** To look at. */
    Uni<Optional<AgencyEntry>> find(Tx tx, UUID id);

    /** To change: others who want to change it wait until this transaction ends. */
    Uni<Optional<AgencyEntry>> findForChange(Tx tx, UUID id);

    /** By the OAuth client that an agency signs in with. */
    Uni<Optional<AgencyEntry>> findByClient(Tx tx, String clientId);

    /** By name, those after {@code after}. */
    Uni<List<AgencyEntry>> list(Tx tx, Optional<Place> after, int limit);

    /** Where a list of agencies goes on; two may share a name. */
    record Place(String name, UUID id) {}

    Uni<AgencyEntry> add(Tx tx, UUID id, Agency agency, Instant at);

    /** Replaces the state of an agency that was found for change. */
    Uni<AgencyEntry> change(Tx tx, AgencyEntry entry, Agency next, Instant at);
}
