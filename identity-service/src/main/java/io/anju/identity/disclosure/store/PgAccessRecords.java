package io.anju.identity.disclosure.store;

import io.anju.identity.disclosure.AccessRecord;
import io.anju.identity.disclosure.AccessRecords;
import io.anju.identity.disclosure.ContactDecision;
import io.anju.identity.disclosure.StaffReads;
import io.anju.identity.disclosure.model.ReadResource;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PgAccessRecords implements AccessRecords {

    @Override
    public Uni<Void> add(Tx tx, AccessRecord entry) {
        return Sql.write(
                tx,
                """
                INSERT INTO access_record (
                    id, customer_id, reader, reader_kind, purpose, fields, resource_kind, resource_id, read_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""",
                entry.id(),
                entry.customerId(),
                entry.reader(),
                entry.readerKind(),
                entry.purpose(),
                entry.data(),
                entry.resource().map(ReadResource::kind).orElse(null),
                entry.resource().map(ReadResource::id).orElse(null),
                entry.at());
    }

    @Override
    public Uni<Void> add(Tx tx, ContactDecision decision) {
        return Sql.write(
                tx,
                """
                INSERT INTO contact_audit (event_id, permit_id, customer_id, agency, purpose, channel, code, decided_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""",
                decision.eventId(),
                decision.permitId(),
                decision.customerId(),
                decision.agency(),
                decision.purpose(),
                decision.channel(),
                decision.code(),
                decision.at());
    }

    @Override
    public Uni<Void> addShown(Tx tx, StaffReading reading, List<UUID> ids, List<StaffReads.Shown> shown) {
        return Sql.write(
                tx,
                """
                INSERT INTO access_record (
                    id, customer_id, reader, reader_kind, purpose, fields, resource_kind, resource_id, read_at)
                SELECT shown.id, c.id, $4, 'STAFF', $5, ARRAY[$6], $7, shown.resource, $8
                FROM unnest($1::text[]::uuid[], $2::text[]::uuid[], $3::text[]::uuid[]) AS shown (id, customer, resource)
                JOIN customer c ON c.id = shown.customer AND c.erased_at IS NULL""",
                ids,
                shown.stream().map(StaffReads.Shown::personId).toList(),
                shown.stream().map(StaffReads.Shown::id).toList(),
                reading.reader().toString(),
                reading.purpose(),
                reading.kind().data(),
                reading.kind().resource(),
                reading.at());
    }

    @Override
    public Uni<List<AccessRecord>> list(Tx tx, UUID customerId, Optional<UUID> before, int limit) {
        return Sql.list(tx, PgAccessRecords::read, """
                SELECT * FROM access_record WHERE customer_id = $1 AND ($2::uuid IS NULL OR id < $2::uuid)
                ORDER BY id DESC LIMIT $3""", customerId, before.orElse(null), limit);
    }

    private static AccessRecord read(Row row) {
        return new AccessRecord(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getString("reader"),
                Sql.constant(row, "reader_kind", AccessRecord.ReaderKind.class),
                row.getString("purpose"),
                Set.of(row.getArrayOfStrings("fields")),
                Optional.ofNullable(row.getUUID("resource_id"))
                        .map(id -> new ReadResource(row.getString("resource_kind"), id)),
                Sql.instant(row, "read_at"));
    }
}
