package io.anju.repayment.wallet.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.wallet.WalletWishes;
import io.anju.repayment.wallet.model.WalletLink;
import io.anju.repayment.wallet.model.WalletWish;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Wishes in the table wallet_link: its rows without a wallet. */
@ApplicationScoped
class PgWalletWishes implements WalletWishes {

    private static final String ADD = """
            INSERT INTO wallet_link (id, customer_id, loan_id, agreement_id, state, automatic, limit_fen,
                                     mortgage_balance, history_months, counted, on_time, requested_at, rule_share,
                                     rule_full_months, rule_cap, rule_step)
            VALUES ($1, $2, $3, $4, 'ASKED', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """;
    private static final String FIND =
            "SELECT * FROM wallet_link WHERE customer_id = $1 AND id = $2 AND wallet IS NULL";
    private static final String LOCK_CUSTOMER = "SELECT pg_advisory_xact_lock(hashtextextended($1, 10))";
    private static final String GRANTED = """
            SELECT coalesce(sum(limit_fen), 0)::bigint FROM wallet_link
            WHERE customer_id = $1 AND state IN ('ASKED', 'REQUESTED', 'LINKED', 'CLOSING')
            """;
    private static final String OF_LOAN = "SELECT * FROM wallet_link WHERE loan_id = $1 AND state = 'ASKED' FOR UPDATE";
    private static final String TAKE_OVER = """
            SELECT * FROM wallet_link WHERE state = 'ASKED' AND requested_at <= $1
            ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """;
    private static final String ANSWERED = """
            UPDATE wallet_link SET state = 'REQUESTED', wallet = $2, tail = $3, answered_on = $4, version = version + 1
            WHERE id = $1 AND state = 'ASKED'
            """;
    private static final String END = """
            UPDATE wallet_link SET state = $2, ended_at = $3, version = version + 1 WHERE id = $1 AND state = 'ASKED'
            """;

    @Override
    public Uni<Void> add(Tx tx, WalletWish.Asked wish) {
        Tuple values = Tuple.tuple()
                .addUUID(wish.id())
                .addUUID(wish.customerId())
                .addUUID(wish.loanId())
                .addUUID(wish.agreementId())
                .addBoolean(wish.automatic())
                .addLong(wish.limit())
                .addLong(wish.basis().mortgageBalance())
                .addInteger(wish.basis().historyMonths())
                .addInteger(wish.basis().counted())
                .addInteger(wish.basis().onTime())
                .addOffsetDateTime(wish.requestedAt().atOffset(ZoneOffset.UTC))
                .addBigDecimal(wish.rule().share())
                .addInteger(wish.rule().fullMonths())
                .addLong(wish.rule().cap())
                .addLong(wish.rule().step());
        return run(tx, ADD, values).replaceWithVoid();
    }

    @Override
    public Uni<Long> grantedForUpdate(Tx tx, UUID customerId) {
        return run(tx, LOCK_CUSTOMER, Tuple.of("wallet limit of " + customerId))
                .flatMap(locked -> run(tx, GRANTED, Tuple.of(customerId)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Optional<WalletWish>> find(Tx tx, UUID customerId, UUID id) {
        return first(tx, FIND, Tuple.of(customerId, id)).map(found -> found.map(PgWalletWishes::wish));
    }

    @Override
    public Uni<Optional<WalletWish>> findForUpdate(Tx tx, UUID customerId, UUID id) {
        return first(tx, FIND + " FOR UPDATE", Tuple.of(customerId, id)).map(found -> found.map(PgWalletWishes::wish));
    }

    @Override
    public Uni<Optional<WalletWish.Asked>> findAskedForUpdate(Tx tx, UUID loanId) {
        return first(tx, OF_LOAN, Tuple.of(loanId)).map(found -> found.map(PgWalletWishes::asked));
    }

    @Override
    public Uni<Optional<WalletWish.Asked>> takeOver(Tx tx, Instant before) {
        return first(tx, TAKE_OVER, Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .map(found -> found.map(PgWalletWishes::asked));
    }

    @Override
    public Uni<Void> answered(Tx tx, WalletLink.Requested link, LocalDate on) {
        WalletLink.Facts of = link.facts();
        return run(tx, ANSWERED, Tuple.of(of.id(), of.wallet(), of.tail(), on)).replaceWithVoid();
    }

    @Override
    public Uni<Void> end(Tx tx, UUID id, WalletWish.Ending ending, Instant at) {
        return run(tx, END, Tuple.of(id, ending.name(), at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static WalletWish wish(Row row) {
        return row.getString("state").equals("ASKED")
                ? asked(row)
                : new WalletWish.Over(row.getUUID("id"), WalletWish.Ending.valueOf(row.getString("state")));
    }

    private static WalletWish.Asked asked(Row row) {
        return new WalletWish.Asked(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getUUID("loan_id"),
                row.getUUID("agreement_id"),
                row.getBoolean("automatic"),
                row.getLong("limit_fen"),
                PgWalletLinks.basis(row),
                PgWalletLinks.rule(row),
                row.getOffsetDateTime("requested_at").toInstant());
    }

    private static Uni<Optional<Row>> first(Tx tx, String sql, Tuple values) {
        return run(tx, sql, values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
