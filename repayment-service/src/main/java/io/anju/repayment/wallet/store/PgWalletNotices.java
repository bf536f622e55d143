package io.anju.repayment.wallet.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.kit.wake.Bells;
import io.anju.repayment.wallet.WalletNotices;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Notices in the table wallet_notice. */
@ApplicationScoped
class PgWalletNotices implements WalletNotices {

    private static final String PLACE = """
            INSERT INTO wallet_notice (id, link_id, kind, limit_fen, payload, placed_at, attend_at)
            VALUES ($1, $2, $3, $4, $5, $6, $6)
            """;
    // Only the oldest of a link that was not heard: a limit never overtakes a closing, nor the other way round.
    private static final String LEASE = """
            WITH taken AS (
                SELECT id FROM wallet_notice open
                WHERE delivered_at IS NULL AND attend_at <= $1
                  AND NOT EXISTS (SELECT FROM wallet_notice older
                                  WHERE older.link_id = open.link_id AND older.delivered_at IS NULL
                                    AND older.id < open.id)
                ORDER BY attend_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            UPDATE wallet_notice n
            SET attempts = n.attempts + 1,
                attend_at = $1::timestamptz
                            + least($2::bigint * power(2, least(n.attempts, 12)), 3600000) * interval '1 ms'
            FROM taken WHERE n.id = taken.id
            RETURNING n.*
            """;
    private static final String DELIVERED =
            "UPDATE wallet_notice SET delivered_at = $2, delivered_on = $3 WHERE id = $1 AND delivered_at IS NULL";

    @Override
    public Uni<Void> place(Tx tx, Notice notice, Instant now) {
        Tuple values = Tuple.of(
                notice.id(),
                notice.linkId(),
                notice.kind().name(),
                notice.limit(),
                notice.payload(),
                now.atOffset(ZoneOffset.UTC));
        return run(tx, PLACE, values).flatMap(placed -> Bells.ring(tx, BELL));
    }

    @Override
    public Uni<Optional<Notice>> lease(Tx tx, Instant now, Duration lease) {
        return run(tx, LEASE, Tuple.of(now.atOffset(ZoneOffset.UTC), lease.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgWalletNotices::notice)
                        .findFirst());
    }

    @Override
    public Uni<Boolean> delivered(Tx tx, UUID id, Instant now, LocalDate on) {
        return run(tx, DELIVERED, Tuple.of(id, now.atOffset(ZoneOffset.UTC), on))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Notice notice(Row row) {
        return new Notice(
                row.getUUID("id"),
                row.getUUID("link_id"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("limit_fen"),
                row.getString("payload"));
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
