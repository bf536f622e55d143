package io.anju.repayment.wallet.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.wallet.WalletLinks;
import io.anju.repayment.wallet.model.LimitBasis;
import io.anju.repayment.wallet.model.LimitRule;
import io.anju.repayment.wallet.model.WalletLink;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Links in the table wallet_link, whose rows without a wallet are wishes. */
@ApplicationScoped
class PgWalletLinks implements WalletLinks {

    private static final UUID LAST = new UUID(-1, -1);
    private static final String SAVE = """
            UPDATE wallet_link
            SET state = $2, automatic = $3, linked_at = $4, undo_until = $5, ended_at = $6, version = version + 1
            WHERE id = $1
            RETURNING version
            """;
    private static final String FIND =
            "SELECT * FROM wallet_link WHERE customer_id = $1 AND id = $2 AND wallet IS NOT NULL";
    private static final String BY_AGREEMENT =
            "SELECT * FROM wallet_link WHERE agreement_id = $1 AND wallet IS NOT NULL FOR UPDATE";
    private static final String LIVE =
            "SELECT * FROM wallet_link WHERE loan_id = $1 AND state IN ('REQUESTED', 'LINKED', 'CLOSING')";
    private static final String TAKE_LIVE = LIVE + " FOR UPDATE SKIP LOCKED";
    private static final String TAKE_LEFT_BEHIND = """
            SELECT w.* FROM wallet_link w JOIN loan l ON l.id = w.loan_id
            WHERE w.state IN ('REQUESTED', 'LINKED', 'CLOSING') AND l.state IN ('SETTLED', 'CANCELLED')
            ORDER BY w.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED
            """;
    private static final String LIST =
            "SELECT * FROM wallet_link WHERE customer_id = $1 AND id < $2 AND wallet IS NOT NULL ORDER BY id DESC"
                    + " LIMIT $3";
    private static final String AUTOMATIC =
            "SELECT * FROM wallet_link WHERE loan_id = ANY ($1) AND state = 'LINKED' AND automatic";
    private static final String STOP_AUTOMATIC = """
            UPDATE wallet_link SET automatic = false, version = version + 1
            WHERE loan_id = $1 AND wallet = $2 AND automatic AND state IN ('LINKED', 'CLOSING')
            """;
    private static final String TAKE_OVER = """
            SELECT * FROM wallet_link WHERE state = 'CLOSING' AND undo_until <= $1
            ORDER BY undo_until LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    @Override
    public Uni<Long> save(Tx tx, WalletLink link) {
        Tuple values = switch (link) {
            case WalletLink.Requested requested -> values(link, "REQUESTED", null, null, null);
            case WalletLink.Linked linked -> values(link, "LINKED", linked.linkedAt(), null, null);
            case WalletLink.Closing closing -> values(link, "CLOSING", closing.linkedAt(), closing.undoUntil(), null);
            case WalletLink.Unlinked gone -> values(link, "UNLINKED", gone.linkedAt(), null, gone.at());
            case WalletLink.Cancelled never -> values(link, "CANCELLED", null, null, never.at());
        };
        return run(tx, SAVE, values).map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Optional<Kept>> findOwned(Tx tx, UUID customerId, UUID id) {
        return first(tx, FIND, Tuple.of(customerId, id));
    }

    @Override
    public Uni<Optional<Kept>> findOwnedForUpdate(Tx tx, UUID customerId, UUID id) {
        return first(tx, FIND + " FOR UPDATE", Tuple.of(customerId, id));
    }

    @Override
    public Uni<Optional<Kept>> findByAgreementForUpdate(Tx tx, UUID agreementId) {
        return first(tx, BY_AGREEMENT, Tuple.of(agreementId));
    }

    @Override
    public Uni<Optional<Kept>> findLive(Tx tx, UUID loanId) {
        return first(tx, LIVE, Tuple.of(loanId));
    }

    @Override
    public Uni<Optional<Kept>> takeLive(Tx tx, UUID loanId) {
        return first(tx, TAKE_LIVE, Tuple.of(loanId));
    }

    @Override
    public Uni<Optional<Kept>> takeLeftBehind(Tx tx) {
        return first(tx, TAKE_LEFT_BEHIND, Tuple.tuple());
    }

    @Override
    public Uni<List<Kept>> listOfCustomer(Tx tx, UUID customerId, Optional<UUID> before, int limit) {
        return run(tx, LIST, Tuple.of(customerId, before.orElse(LAST), limit))
                .map(rows -> stream(rows).map(PgWalletLinks::kept).toList());
    }

    @Override
    public Uni<Map<UUID, WalletLink.Linked>> automaticOf(Tx tx, Collection<UUID> loanIds) {
        return run(tx, AUTOMATIC, Tuple.of(loanIds.toArray(UUID[]::new))).map(rows -> {
            Map<UUID, WalletLink.Linked> links = new HashMap<>();
            stream(rows)
                    .map(PgWalletLinks::link)
                    .forEach(link -> links.put(link.facts().loanId(), (WalletLink.Linked) link));
            return links;
        });
    }

    @Override
    public Uni<Boolean> stopAutomatic(Tx tx, UUID loanId, String wallet) {
        return run(tx, STOP_AUTOMATIC, Tuple.of(loanId, wallet)).map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Uni<Optional<Kept>> takeOver(Tx tx, Instant now) {
        return first(tx, TAKE_OVER, Tuple.of(utc(now)));
    }

    private static Tuple values(
            WalletLink link,
            String state,
            @Nullable Instant linkedAt,
            @Nullable Instant undoUntil,
            @Nullable Instant endedAt) {
        return Tuple.tuple()
                .addUUID(link.facts().id())
                .addString(state)
                .addBoolean(link.automatic())
                .addOffsetDateTime(linkedAt == null ? null : utc(linkedAt))
                .addOffsetDateTime(undoUntil == null ? null : utc(undoUntil))
                .addOffsetDateTime(endedAt == null ? null : utc(endedAt));
    }

    private static Kept kept(Row row) {
        return new Kept(link(row), row.getLong("version"));
    }

    private static WalletLink link(Row row) {
        WalletLink.Facts facts = facts(row);
        boolean automatic = row.getBoolean("automatic");
        return switch (row.getString("state")) {
            case "REQUESTED" -> new WalletLink.Requested(facts, automatic);
            case "LINKED" -> new WalletLink.Linked(facts, automatic, instant(row, "linked_at"));
            case "CLOSING" ->
                new WalletLink.Closing(facts, automatic, instant(row, "linked_at"), instant(row, "undo_until"));
            case "UNLINKED" -> new WalletLink.Unlinked(facts, instant(row, "linked_at"), instant(row, "ended_at"));
            case "CANCELLED" -> new WalletLink.Cancelled(facts, instant(row, "ended_at"));
            default -> throw new IllegalStateException("unknown state " + row.getString("state"));
        };
    }

    private static WalletLink.Facts facts(Row row) {
        return new WalletLink.Facts(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getUUID("loan_id"),
                row.getUUID("agreement_id"),
                row.getString("wallet"),
                row.getString("tail"),
                row.getLong("limit_fen"),
                basis(row),
                rule(row),
                instant(row, "requested_at"));
    }

    static LimitBasis basis(Row row) {
        return new LimitBasis(
                row.getLong("mortgage_balance"),
                row.getInteger("history_months"),
                row.getInteger("counted"),
                row.getInteger("on_time"));
    }

    static LimitRule rule(Row row) {
        return new LimitRule(
                row.getBigDecimal("rule_share").stripTrailingZeros(),
                row.getInteger("rule_full_months"),
                row.getLong("rule_cap"),
                row.getLong("rule_step"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Uni<Optional<Kept>> first(Tx tx, String sql, Tuple values) {
        return run(tx, sql, values)
                .map(rows -> stream(rows).map(PgWalletLinks::kept).findFirst());
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
