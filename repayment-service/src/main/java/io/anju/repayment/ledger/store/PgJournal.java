package io.anju.repayment.ledger.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.BalanceBelowZero;
import io.anju.repayment.ledger.Journal;
import io.anju.repayment.ledger.model.Account;
import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.Position;
import io.anju.repayment.ledger.model.PostedTransfer;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TrialBalance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The journal in PostgreSQL. What may not happen is refused there (V1__ledger.sql, V8__ledger_by_statement.sql); here are only the statements. */
@ApplicationScoped
class PgJournal implements Journal {

    private static final String OPEN = """
            INSERT INTO account (owner, code, side, balance)
            SELECT owner, code, side, 0 FROM unnest($1::uuid[], $2::text[], $3::smallint[]) AS a (owner, code, side)
            ON CONFLICT (owner, code) DO NOTHING
            """;

    // One statement, however many transfers. An account that does not exist gives a NULL, which entry refuses. Each is
    // looked up by itself: as a join the planner would read all accounts for the sake of a few hundred.
    private static final String APPEND = """
            WITH posted AS (
                INSERT INTO transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference, reverses)
                SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::bigint[], $6::date[],
                                     $7::text[], $8::uuid[])
                ON CONFLICT (idempotency_key) DO NOTHING
                RETURNING id),
            entered AS (
                INSERT INTO entry (transfer_id, line, account_id, amount)
                SELECT l.transfer_id, l.line,
                       (SELECT a.id FROM account a WHERE a.owner = l.owner AND a.code = l.code), l.amount
                FROM unnest($9::uuid[], $10::smallint[], $11::uuid[], $12::text[], $13::bigint[])
                         AS l (transfer_id, line, owner, code, amount)
                JOIN posted p ON p.id = l.transfer_id)
            SELECT id FROM posted
            """;

    private static final String SELECT = """
            SELECT t.id, t.idempotency_key, t.kind, t.loan_id, t.business_date, t.reference, t.reverses, t.posted_at,
                   a.owner, a.code, e.amount
            FROM transfer t JOIN entry e ON e.transfer_id = t.id JOIN account a ON a.id = e.account_id
            """;
    private static final String BY_KEYS = SELECT + " WHERE t.idempotency_key = ANY ($1) ORDER BY t.id, e.line";
    private static final String BY_IDS = SELECT + " WHERE t.id = ANY ($1) ORDER BY t.id, e.line";
    private static final String OF_LOAN = SELECT + """
             WHERE t.id IN (SELECT id FROM transfer
                            WHERE loan_id = $1 AND (business_date, id) > ($2, $3) AND business_date <= $4
                            ORDER BY business_date, id LIMIT $5)
            ORDER BY t.business_date, t.id, e.line
            """;
    private static final String IS_REVERSED = "SELECT EXISTS (SELECT FROM transfer WHERE reverses = $1)";
    private static final String PRINCIPAL_AT = """
            SELECT coalesce(sum(e.amount), 0)::bigint
            FROM transfer t JOIN entry e ON e.transfer_id = t.id JOIN account a ON a.id = e.account_id
            WHERE t.loan_id = $1 AND (t.business_date, t.id) <= ($2, $3) AND a.owner = $1 AND a.code = $4
            """;

    private static final String BALANCES =
            "SELECT owner, balance FROM account WHERE code = $1 AND owner = ANY ($2) AND balance IS NOT NULL";

    private static final String TRIAL_BALANCE = """
            WITH moved AS (
                SELECT code, debit, credit FROM ledger_day
                UNION ALL
                SELECT a.code, greatest(e.amount, 0), greatest(-e.amount, 0)
                FROM transfer t JOIN entry e ON e.transfer_id = t.id JOIN account a ON a.id = e.account_id
                WHERE t.business_date > coalesce((SELECT max(date) FROM ledger_digest), '-infinity'))
            SELECT k.code,
                   coalesce(m.debit, 0) AS debit,
                   coalesce(m.credit, 0) AS credit,
                   k.balance IS NULL OR k.balance = k.side * (coalesce(m.debit, 0) - coalesce(m.credit, 0)) AS agrees
            FROM (SELECT code, side, sum(balance)::bigint AS balance FROM account GROUP BY code, side) k
            LEFT JOIN (SELECT code, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit
                       FROM moved GROUP BY code) m ON m.code = k.code
            ORDER BY k.code
            """;

    private static final String NOT_BELOW_ZERO = "account_not_below_zero";

    @Override
    public Uni<Void> open(Tx tx, Collection<Account> accounts) {
        Tuple values = Tuple.of(
                accounts.stream().map(Account::owner).toArray(UUID[]::new),
                accounts.stream().map(account -> account.code().name()).toArray(String[]::new),
                accounts.stream()
                        .map(account -> (short) account.code().side().sign())
                        .toArray(Short[]::new));
        return run(tx, OPEN, values).replaceWithVoid();
    }

    @Override
    public Uni<Set<UUID>> append(Tx tx, List<Transfer> transfers) {
        return run(tx, APPEND, TransferColumns.of(transfers))
                .onFailure(PgJournal::isBelowZero)
                .transform(BalanceBelowZero::new)
                .map(rows -> {
                    Set<UUID> appended = new HashSet<>();
                    rows.forEach(row -> appended.add(row.getUUID(0)));
                    return appended;
                });
    }

    @Override
    public Uni<List<PostedTransfer>> findByKeys(Tx tx, Collection<String> keys) {
        return run(tx, BY_KEYS, Tuple.of(keys.toArray(String[]::new))).map(TransferRows::read);
    }

    @Override
    public Uni<List<PostedTransfer>> findByIds(Tx tx, Collection<UUID> ids) {
        return run(tx, BY_IDS, Tuple.of(ids.toArray(UUID[]::new))).map(TransferRows::read);
    }

    @Override
    public Uni<Boolean> isReversed(Tx tx, UUID transferId) {
        return run(tx, IS_REVERSED, Tuple.of(transferId))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<List<PostedTransfer>> listOfLoan(Tx tx, UUID loanId, Position after, LocalDate to, int limit) {
        return run(tx, OF_LOAN, Tuple.of(loanId, after.date(), after.id(), to, limit))
                .map(TransferRows::read);
    }

    @Override
    public Uni<Long> principalOwedAt(Tx tx, UUID loanId, Position at) {
        return run(tx, PRINCIPAL_AT, Tuple.of(loanId, at.date(), at.id(), AccountCode.LOAN_PRINCIPAL.name()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Map<UUID, Long>> balances(Tx tx, AccountCode code, Collection<UUID> owners) {
        return run(tx, BALANCES, Tuple.of(code.name(), owners.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Long> balances = new HashMap<>();
                    rows.forEach(row -> balances.put(row.getUUID(0), row.getLong(1)));
                    return balances;
                });
    }

    @Override
    public Uni<TrialBalance> trialBalance(Tx tx) {
        return run(tx, TRIAL_BALANCE, Tuple.tuple()).map(rows -> {
            List<TrialBalance.Row> kinds = new ArrayList<>();
            boolean agrees = true;
            for (Row row : rows) {
                kinds.add(new TrialBalance.Row(
                        AccountCode.valueOf(row.getString("code")), row.getLong("debit"), row.getLong("credit")));
                agrees &= row.getBoolean("agrees");
            }
            return new TrialBalance(kinds, agrees);
        });
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }

    private static boolean isBelowZero(Throwable failure) {
        return failure instanceof PgException refused && NOT_BELOW_ZERO.equals(refused.getConstraint());
    }
}
