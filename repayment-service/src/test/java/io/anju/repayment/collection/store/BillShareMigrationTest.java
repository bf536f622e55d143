package io.anju.repayment.collection.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.repayment.PostgresForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was paid before shares were kept: known where the payment names its instalment, and in the order of time. */
class BillShareMigrationTest {

    private static final String LOAN = "00000000-0000-7000-8000-000000000001";

    @Test
    void derivesWhatThePostingsSayAndNothingElse() throws SQLException {
        try (var database = PostgresForTests.start(1, "20")) {
            try (Connection before = database.connect();
                    var statement = before.createStatement()) {
                statement.execute("""
                        INSERT INTO loan (id, customer_id, application_id, contract_id, tranche, state, principal,
                                          annual_rate, months, method, start_date, first_due_date, due_day, payee)
                        VALUES ('%1$s', '%1$s', '%1$s', '%1$s', 1, 'OPENING', 1000, 0.035, 12, 'EQUAL_INSTALMENT',
                                '2026-01-20', '2026-02-20', 20, 'escrow')
                        """.formatted(LOAN));
                statement.execute(
                        "INSERT INTO account (owner, code, side, balance) VALUES ('%s', 'LOAN_PRINCIPAL', 1, 0)"
                                .formatted(LOAN));
                post(before, 1, "payout", "DISBURSEMENT", "PAYOUT", "LOAN_PRINCIPAL:1000,RAIL_CLEARING:-1000");
                statement.execute("""
                        INSERT INTO rail_order (reference, kind, purpose, loan_id, subject, account, amount,
                                                business_date, state, transaction_id, placed_at, concluded_at, attend_at)
                        VALUES ('debit-1', 'DEBIT', 'INSTALMENT', '%s', '1', 'card', 70, '2026-02-21', 'SUCCEEDED', 't',
                                now(), now(), now())
                        """.formatted(LOAN));
                post(
                        before,
                        2,
                        "debit-1",
                        "INSTALMENT",
                        "INSTALMENT 1",
                        "RAIL_CLEARING:70,PENALTY_INCOME:-5,INTEREST_INCOME:-25,LOAN_PRINCIPAL:-40");
                statement.execute("""
                        INSERT INTO late_waiver VALUES ('00000000-0000-7000-8000-000000000009', '%1$s', 1, 3, 'late run',
                            '%1$s', now(), 'APPROVED', '00000000-0000-7000-8000-000000000002', '2026-02-22T17:00:00Z')
                        """.formatted(LOAN));
                post(before, 3, "notice:7", "INSTALMENT", "NOTICE 7", "COUNTER_CLEARING:30,LOAN_PRINCIPAL:-30");
            }
            database.migrate();

            // A waiver of 23 February in Shanghai; a notice may have paid several instalments, and has no share.
            assertEquals(List.of("1 null 2026-02-23 0 3 0 0", "1 debit-1 2026-02-21 0 5 25 40"), read(database, """
                            SELECT concat_ws(' ', s.number, coalesce(t.idempotency_key, 'null'), s.date, s.costs,
                                             s.penalty, s.interest, s.principal)
                            FROM bill_share s LEFT JOIN transfer t ON t.id = s.transfer_id ORDER BY s.id
                            """));
        }
    }

    /** Lines as {@code account:fen}. */
    private static void post(Connection at, int id, String key, String kind, String reference, String lines)
            throws SQLException {
        at.setAutoCommit(false);
        try (var statement = at.createStatement()) {
            String transfer = "00000000-0000-7000-8000-%012d".formatted(id);
            List<String> rows = new ArrayList<>();
            long debits = 0;
            for (String line : lines.split(",", -1)) {
                String[] parts = line.split(":", -1);
                long fen = Long.parseLong(parts[1]);
                debits += Math.max(fen, 0);
                rows.add("('%s'::uuid, %d, (SELECT max(id) FROM account WHERE code = '%s'), %d)"
                        .formatted(transfer, rows.size() + 1, parts[0], fen));
            }
            statement.execute("""
                    WITH posted AS (
                        INSERT INTO transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference)
                        VALUES ('%s', '%s', '%s', '%s', %d, '2026-02-21', '%s'))
                    INSERT INTO entry (transfer_id, line, account_id, amount) VALUES %s
                    """.formatted(transfer, key, kind, LOAN, debits, reference, String.join(", ", rows)));
            at.commit();
        } finally {
            at.setAutoCommit(true);
        }
    }

    private static List<String> read(PostgresForTests database, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection service = database.connect();
                var found = service.createStatement().executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
