package io.anju.care.agency.store;

import io.anju.care.agency.Agencies;
import io.anju.care.agency.AgencyEntry;
import io.anju.care.agency.model.Agency;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agencies as {@link AgencyRow}s of the session that the transaction runs in. */
@ApplicationScoped
class PanacheAgencies implements Agencies {

    private static final Place BEFORE_ALL = new Place("", new UUID(0L, 0L));

    @Override
    public Uni<Optional<AgencyEntry>> find(Tx tx, UUID id) {
        return AgencyRow.<AgencyRow>findById(id).map(PanacheAgencies::entry);
    }

    @Override
    public Uni<Optional<AgencyEntry>> findForChange(Tx tx, UUID id) {
        return AgencyRow.<AgencyRow>findById(id, LockModeType.PESSIMISTIC_WRITE).map(PanacheAgencies::entry);
    }

    @Override
    public Uni<Optional<AgencyEntry>> findByClient(Tx tx, String clientId) {
        return AgencyRow.<AgencyRow>find("clientId", clientId)
                .<AgencyRow>firstResult()
                .map(PanacheAgencies::entry);
    }

    @Override
    public Uni<List<AgencyEntry>> list(Tx tx, Optional<Place> after, int limit) {
        var start = after.orElse(BEFORE_ALL);
        return AgencyRow.<AgencyRow>find(
                        "name > ?1 or name = ?1 and id > ?2 order by name, id", start.name(), start.id())
                .range(0, limit - 1)
                .<AgencyRow>list()
                .map(rows -> rows.stream().map(AgencyRow::toEntry).toList());
    }

    @Override
    public Uni<AgencyEntry> add(Tx tx, UUID id, Agency agency, Instant at) {
        var row = new AgencyRow();
        row.id = id;
        row.write(agency, at);
        return row.<AgencyRow>persistAndFlush().map(AgencyRow::toEntry);
    }

    @Override
    public Uni<AgencyEntry> change(Tx tx, AgencyEntry entry, Agency next, Instant at) {
        return AgencyRow.<AgencyRow>findById(entry.id())
                .invoke(row -> row.write(next, at))
                .flatMap(row -> row.flush().replaceWith(row))
                .map(AgencyRow::toEntry);
    }

    private static Optional<AgencyEntry> entry(@Nullable AgencyRow row) {
        return Optional.ofNullable(row).map(AgencyRow::toEntry);
    }
}
