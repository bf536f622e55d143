package io.anju.repayment.reconciliation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.repayment.PostgresForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Breaks that were taken note of before there was reconciliation are breaks like all others; the database keeps the rules. */
class RailBreakMigrationTest {

    @Test
    void keepsTheBreaksThatThereWere() throws SQLException {
        try (var database = PostgresForTests.start(1, "11")) {
            try (Connection before = database.connect()) {
                before.createStatement().execute("""
                                INSERT INTO rail_break (reference, kind, ours, theirs, at, state) VALUES
                                    ('a', 'AMOUNT', 'SENT 2', 'SUCCEEDED 1', now(), 'OPEN'),
                                    ('b', 'STATE', 'SENT 2', 'no outcome', now(), 'CLOSED'),
                                    ('c', 'DUPLICATE', 'none', '2', now(), 'OPEN'),
                                    ('d', 'POSTING', '0', '2', now(), 'OPEN'),
                                    ('e', 'POSTING', '1', '2', now(), 'OPEN'),
                                    ('f', 'UNKNOWN_REFERENCE', 'none', 'SUCCEEDED 2', now(), 'OPEN')
                                """);
            }
            database.migrate();

            assertEquals(
                    List.of(
                            "a AMOUNT_DIFFERS OPEN loan-officer",
                            "b STATUS_DIFFERS RESOLVED loan-officer",
                            "c POSTED_TWICE OPEN loan-officer",
                            "d MISSING_AT_BANK OPEN loan-officer",
                            "e AMOUNT_DIFFERS OPEN loan-officer",
                            "f UNKNOWN_REFERENCE OPEN loan-officer"),
                    read(
                            database,
                            "SELECT concat_ws(' ', reference, kind, state, owner) FROM rail_break ORDER BY reference"));
        }
    }

    @Test
    void neverLetsOnePersonMoveMoneyOrALineBeChanged() throws SQLException {
        try (var database = PostgresForTests.start(1);
                Connection service = database.connect();
                var statement = service.createStatement()) {
            statement.execute(
                    "INSERT INTO reconciliation (date, started_by, started_at) VALUES ('2026-12-22', 's', now())");
            statement.execute("INSERT INTO rail_line VALUES ('2026-12-22', 1, 't', 'r', 'DEBIT', 'SUCCEEDED', 5)");
            statement.execute("""
                    INSERT INTO rail_break (id, reference, kind, ours, theirs, found_at)
                    VALUES (gen_random_uuid(), 'r', 'STATUS_DIFFERS', 'x', 'y', now())
                    """);

            assertThrows(SQLException.class, () -> statement.execute("UPDATE rail_line SET amount = 6"));
            assertThrows(SQLException.class, () -> statement.execute("""
                            UPDATE rail_break SET state = 'RESOLVED', remedy = 'BOOKED', reason = 'r', proposed_by = 'one',
                                                  resolved_by = 'one', resolved_at = now()
                            """));
            assertThrows(SQLException.class, () -> statement.execute("""
                            UPDATE rail_break SET suspense = 5, state = 'RESOLVED', remedy = 'EXPLAINED', reason = 'r',
                                                  resolved_by = 'one', resolved_at = now()
                            """));
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
