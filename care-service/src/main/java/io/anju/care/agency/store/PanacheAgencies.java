package io.anju.care.agency.store;

import io.anju.care.agency.Agencies;
import io.anju.care.agency.AgencyEntry;
import io.anju.care.agency.model.Agency;
import io.anju.kit.tx.Tx;
import io.quarkus.panache.common.Sort;
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
    public Uni<List<AgencyEntry>> list(Tx tx, int limit) {
        return AgencyRow.<AgencyRow>findAll(Sort.by("name", "id"))
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
