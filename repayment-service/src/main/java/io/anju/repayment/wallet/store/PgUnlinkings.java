package io.anju.repayment.wallet.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.wallet.Unlinkings;
import io.anju.repayment.wallet.model.Impact;
import io.anju.repayment.wallet.model.Unlinking;
import io.anju.repayment.wallet.model.WalletAccount;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Closings in the table wallet_unlinking. An instant once written stays, whatever comes after it. */
@ApplicationScoped
class PgUnlinkings implements Unlinkings {

    private static final String SAVE = """
            INSERT INTO wallet_unlinking AS u (id, link_id, state, automatic, next_due, next_amount, unpaid, own_funds,
                credit_used, limit_fen, card_bound, begun_at, reported_at, settled_at, confirmed_at, undo_until, ended_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            ON CONFLICT (id) DO UPDATE
            SET state = excluded.state, reported_at = coalesce(u.reported_at, excluded.reported_at),
                settled_at = coalesce(u.settled_at, excluded.settled_at),
                confirmed_at = coalesce(u.confirmed_at, excluded.confirmed_at),
                undo_until = coalesce(u.undo_until, excluded.undo_until), ended_at = excluded.ended_at
            """;
    private static final String LATEST = "SELECT * FROM wallet_unlinking WHERE link_id = $1 ORDER BY id DESC LIMIT 1";

    /** What of a closing is written down beside its case. */
    private record Marks(
            @Nullable Instant reported,
            @Nullable Instant settled,
            @Nullable Instant confirmed,
            @Nullable Instant until,
            @Nullable Instant ended) {}

    @Override
    public Uni<Void> save(Tx tx, Unlinking unlinking) {
        Unlinking.Case about = unlinking.about();
        Impact told = about.told();
        Marks marks = marks(unlinking);
        Tuple values = Tuple.tuple()
                .addUUID(about.id())
                .addUUID(about.linkId())
                .addString(unlinking.stateName())
                .addBoolean(told.automatic())
                .addLocalDate(told.nextDue().orElse(null))
                .addLong(told.nextAmount())
                .addInteger(told.unpaid())
                .addLong(told.account().ownFunds())
                .addLong(told.account().creditUsed())
                .addLong(told.limit())
                .addBoolean(told.cardBound())
                .addOffsetDateTime(utc(about.begunAt()))
                .addOffsetDateTime(utc(marks.reported()))
                .addOffsetDateTime(utc(marks.settled()))
                .addOffsetDateTime(utc(marks.confirmed()))
                .addOffsetDateTime(utc(marks.until()))
                .addOffsetDateTime(utc(marks.ended()));
        return PgTx.connection(tx).preparedQuery(SAVE).execute(values).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Unlinking>> findLatest(Tx tx, UUID linkId) {
        return PgTx.connection(tx)
                .preparedQuery(LATEST)
                .execute(Tuple.of(linkId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgUnlinkings::unlinking)
                        .findFirst());
    }

    private static Marks marks(Unlinking unlinking) {
        return switch (unlinking) {
            case Unlinking.Assessed a -> new Marks(null, null, null, null, null);
            case Unlinking.Reported r -> new Marks(r.reportedAt(), null, null, null, null);
            case Unlinking.Settled s -> new Marks(s.reportedAt(), s.settledAt(), null, null, null);
            case Unlinking.Confirmed c -> new Marks(c.reportedAt(), c.settledAt(), c.confirmedAt(), c.until(), null);
            case Unlinking.Undone u -> new Marks(null, null, null, null, u.at());
            case Unlinking.Overtaken o -> new Marks(null, null, null, null, o.at());
            case Unlinking.Finished f -> new Marks(f.reportedAt(), f.settledAt(), f.confirmedAt(), f.until(), f.at());
        };
    }

    private static Unlinking unlinking(Row row) {
        Unlinking.Case about = about(row);
        return switch (row.getString("state")) {
            case "ASSESSED" -> new Unlinking.Assessed(about);
            case "REPORTED" -> new Unlinking.Reported(about, instant(row, "reported_at"));
            case "SETTLED" -> new Unlinking.Settled(about, instant(row, "reported_at"), instant(row, "settled_at"));
            case "CONFIRMED" ->
                new Unlinking.Confirmed(
                        about,
                        instant(row, "reported_at"),
                        instant(row, "settled_at"),
                        instant(row, "confirmed_at"),
                        instant(row, "undo_until"));
            case "UNDONE" -> new Unlinking.Undone(about, instant(row, "ended_at"));
            case "OVERTAKEN" -> new Unlinking.Overtaken(about, instant(row, "ended_at"));
            case "FINISHED" ->
                new Unlinking.Finished(
                        about,
                        instant(row, "reported_at"),
                        instant(row, "settled_at"),
                        instant(row, "confirmed_at"),
                        instant(row, "undo_until"),
                        instant(row, "ended_at"));
            default -> throw new IllegalStateException("unknown state " + row.getString("state"));
        };
    }

    private static Unlinking.Case about(Row row) {
        var account = new WalletAccount(row.getLong("own_funds"), row.getLong("limit_fen"), row.getLong("credit_used"));
        var told = new Impact(
                row.getBoolean("automatic"),
                Optional.ofNullable(row.getLocalDate("next_due")),
                row.getLong("next_amount"),
                row.getInteger("unpaid"),
                account,
                row.getLong("limit_fen"),
                row.getBoolean("card_bound"));
        return new Unlinking.Case(row.getUUID("id"), row.getUUID("link_id"), told, instant(row, "begun_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
