package io.anju.identity.authority.store;

import io.anju.identity.authority.Reading;
import io.anju.identity.authority.Readings;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgReadings implements Readings {

    @Override
    public Uni<List<Reading>> list(Tx tx, UUID memberId, Optional<UUID> before, int limit) {
        return Sql.list(
                tx,
                row -> new Reading(
                        row.getUUID("id"),
                        row.getUUID("customer_id"),
                        row.getString("purpose"),
                        List.of(row.getArrayOfStrings("fields")),
                        Sql.instant(row, "read_at")),
                """
                SELECT * FROM access_record WHERE reader = $1 AND reader_kind = 'STAFF'
                AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3""",
                memberId.toString(),
                before.orElse(null),
                limit);
    }
}
