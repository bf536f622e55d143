package io.anju.identity.listing.store;

import io.anju.identity.listing.ListingStore;
import io.anju.identity.listing.model.Listing;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgListings implements ListingStore {

    @Override
    public Uni<Optional<Optional<byte[]>>> findTrace(Tx tx, UUID decisionId, Listing.Kind kind) {
        return Sql.find(
                tx,
                row -> Optional.ofNullable(row.getDelegate().getBuffer("trace")).map(Buffer::getBytes),
                """
                SELECT CASE $2 WHEN 'DEVICE' THEN device WHEN 'ADDRESS' THEN address WHEN 'PREFIX' THEN prefix
                       ELSE (SELECT phone_hash FROM customer c WHERE c.id = d.person_id) END AS trace
                FROM risk_decision d WHERE id = $1""",
                decisionId,
                kind);
    }

    @Override
    public Uni<Listing> put(Tx tx, Listing listing, byte[] trace) {
        return Sql.find(
                        tx,
                        PgListings::read,
                        """
                        INSERT INTO risk_listed (id, trace, kind, reason, added_by, added_at, until)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)
                        ON CONFLICT (trace) DO UPDATE SET reason = excluded.reason, added_by = excluded.added_by,
                                                          added_at = excluded.added_at, until = excluded.until
                        RETURNING *""",
                        listing.id(),
                        trace,
                        listing.kind(),
                        listing.reason(),
                        listing.addedBy(),
                        listing.addedAt(),
                        listing.until())
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<List<Listing>> list(Tx tx, Optional<UUID> after, int limit) {
        return Sql.list(
                tx,
                PgListings::read,
                "SELECT * FROM risk_listed WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2",
                after.orElse(null),
                limit);
    }

    @Override
    public Uni<Optional<Listing>> find(Tx tx, UUID id) {
        return Sql.find(tx, PgListings::read, "SELECT * FROM risk_listed WHERE id = $1", id);
    }

    @Override
    public Uni<Boolean> remove(Tx tx, UUID id) {
        return Sql.update(tx, "DELETE FROM risk_listed WHERE id = $1", id).map(removed -> removed == 1);
    }

    private static Listing read(Row row) {
        return new Listing(
                row.getUUID("id"),
                Sql.constant(row, "kind", Listing.Kind.class),
                row.getString("reason"),
                row.getUUID("added_by"),
                Sql.instant(row, "added_at"),
                Sql.instant(row, "until"));
    }
}
