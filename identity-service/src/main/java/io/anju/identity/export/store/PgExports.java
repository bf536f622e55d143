package io.anju.identity.export.store;

import io.anju.identity.export.ExportStore;
import io.anju.identity.export.model.Export;
import io.anju.identity.export.model.Part;
import io.anju.identity.freetext.FreeText;
import io.anju.identity.freetext.FreeTexts;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgExports implements ExportStore {

    private static final String EXPORT = """
            SELECT e.*, ARRAY(SELECT part FROM export_part p WHERE p.export_id = e.id) AS done FROM export_job e
            """;

    private final FreeTexts texts;

    PgExports(FreeTexts texts) {
        this.texts = texts;
    }

    @Override
    public Uni<Export.Gathering> open(Tx tx, Export.Opening opening) {
        return Sql.write(tx, """
                        INSERT INTO export_job (id, customer_id, language, requested_at, state)
                        VALUES ($1, $2, $3, $4, 'GATHERING') ON CONFLICT DO NOTHING""", opening.id(), opening.customerId(), opening.language(), opening.at())
                .flatMap(added -> Sql.find(
                        tx,
                        PgExports::read,
                        EXPORT + "WHERE e.customer_id = $1 AND e.state = 'GATHERING'",
                        opening.customerId()))
                .map(found -> (Export.Gathering) found.orElseThrow());
    }

    @Override
    public Uni<Optional<Export>> find(Tx tx, UUID customerId, UUID id) {
        return Sql.find(tx, PgExports::read, EXPORT + "WHERE e.customer_id = $1 AND e.id = $2", customerId, id);
    }

    @Override
    public Uni<List<Export>> list(Tx tx, UUID customerId, Optional<UUID> before, int limit) {
        return Sql.list(tx, PgExports::read, EXPORT + """
                WHERE e.customer_id = $1 AND ($2::uuid IS NULL OR e.id < $2::uuid) ORDER BY e.id DESC LIMIT $3""", customerId, before.orElse(null), limit);
    }

    @Override
    public Uni<Optional<Export.Gathering>> lease(Tx tx, Instant now, Instant until) {
        return Sql.find(tx, row -> row.getUUID("id"), """
                        UPDATE export_job SET leased_until = $2 WHERE id = (
                            SELECT id FROM export_job
                            WHERE state = 'GATHERING' AND (leased_until IS NULL OR leased_until <= $1)
                            ORDER BY coalesce(leased_until, requested_at) LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id""", now, until)
                .flatMap(id -> id.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : Sql.find(tx, row -> (Export.Gathering) read(row), EXPORT + "WHERE e.id = $1", id.get()));
    }

    @Override
    public Uni<String> gather(Tx tx, Export.Opening opening, Part part) {
        return Sql.find(tx, row -> row.getString(0), PartQueries.of(part, opening.language()), opening.customerId())
                .map(Optional::orElseThrow)
                .map(json -> opened(part, json));
    }

    private String opened(Part part, String json) {
        return switch (part) {
            case RECOVERIES -> texts.openEach(FreeText.PAPERS, "papers", json);
            case SESSIONS -> texts.openEach(FreeText.DEVICE_NAME, "device", json);
            case PASSKEYS -> texts.openEach(FreeText.PASSKEY_NAME, "name", json);
            default -> json;
        };
    }

    @Override
    public Uni<Void> addPart(Tx tx, UUID id, Part part, byte[] sealed) {
        return Sql.write(tx, """
                INSERT INTO export_part (export_id, part, content_sealed) VALUES ($1, $2, $3)
                ON CONFLICT DO NOTHING""", id, part, sealed);
    }

    @Override
    public Uni<Map<Part, byte[]>> parts(Tx tx, UUID id) {
        return Sql.list(
                        tx,
                        row -> Map.entry(Sql.constant(row, "part", Part.class), Sql.bytes(row, "content_sealed")),
                        "SELECT part, content_sealed FROM export_part WHERE export_id = $1",
                        id)
                .map(rows -> {
                    var parts = new EnumMap<Part, byte[]>(Part.class);
                    rows.forEach(row -> parts.put(row.getKey(), row.getValue()));
                    return parts;
                });
    }

    @Override
    public Uni<Void> save(Tx tx, Export.Ready ready) {
        return Sql.write(tx, """
                UPDATE export_job SET state = 'READY', ready_at = $2, expires_at = $3, leased_until = NULL
                WHERE id = $1 AND state = 'GATHERING'""", ready.opening().id(), ready.at(), ready.expiresAt());
    }

    @Override
    public Uni<Void> remove(Tx tx, UUID id) {
        return Sql.write(tx, "DELETE FROM export_job WHERE id = $1", id);
    }

    @Override
    public Uni<Integer> expire(Tx tx, Instant now) {
        return Sql.update(tx, """
                WITH expired AS (
                    SELECT id FROM export_job WHERE state = 'READY' AND expires_at <= $1
                    LIMIT 100 FOR UPDATE SKIP LOCKED),
                gone AS (
                    UPDATE export_job j SET state = 'GONE' FROM expired WHERE j.id = expired.id RETURNING j.id)
                DELETE FROM export_part WHERE export_id IN (SELECT id FROM gone)""", now);
    }

    private static Export read(Row row) {
        var opening = new Export.Opening(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getString("language"),
                Sql.instant(row, "requested_at"));
        return switch (row.getString("state")) {
            case "GATHERING" -> new Export.Gathering(opening, done(row));
            case "READY" -> new Export.Ready(opening, Sql.instant(row, "ready_at"), Sql.instant(row, "expires_at"));
            case "GONE" -> new Export.Gone(opening, Sql.instant(row, "expires_at"));
            default -> throw new IllegalStateException("unknown state of export " + opening.id());
        };
    }

    private static EnumSet<Part> done(Row row) {
        var done = EnumSet.noneOf(Part.class);
        Arrays.stream(row.getArrayOfStrings("done")).map(Part::valueOf).forEach(done::add);
        return done;
    }
}
