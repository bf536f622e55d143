package io.anju.repayment.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.repayment.PostgresForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the running service's own role may not do, whatever code gets hold of its connection. */
class RuntimeRoleTest {

    private static final String NOT_PERMITTED = "42501";

    private static PostgresForTests postgres;

    private Connection connection;
    private Statement sql;

    @BeforeAll
    static void start() throws SQLException {
        postgres = PostgresForTests.start(1);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = postgres.connect();
        sql = connection.createStatement();
    }

    @AfterEach
    void hangUp() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE entry DISABLE TRIGGER ALL",
                "ALTER TABLE transfer DISABLE TRIGGER accept_transfers",
                "DROP TRIGGER post_entries ON entry",
                "SET session_replication_role = replica",
                "CREATE OR REPLACE FUNCTION post_entries() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                "ALTER FUNCTION accept_transfers() RESET ALL",
                "CREATE RULE nothing AS ON INSERT TO entry DO INSTEAD NOTHING",
                "CREATE TRIGGER own BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION post_entries()",
                "CREATE TABLE more () INHERITS (entry)",
                "ALTER TABLE account DROP CONSTRAINT account_not_below_zero",
                "DROP TABLE entry",
                "TRUNCATE entry",
                "UPDATE account SET balance = 5",
                "UPDATE entry SET amount = 5",
                "DELETE FROM transfer",
                "UPDATE loan_event SET date = date",
                "INSERT INTO ledger_closing (through) VALUES ('2026-01-01')",
                "INSERT INTO ledger_day VALUES ('2026-01-01', 'FEE_INCOME', 1, 0)",
                "DELETE FROM ledger_digest",
                "BEGIN; LOCK TABLE transfer IN ACCESS EXCLUSIVE MODE",
                "DELETE FROM flyway_schema_history",
                "CREATE TABLE own (n int)",
                "COPY entry TO PROGRAM 'true'",
            })
    void isRefused(String attack) {
        assertEquals(
                NOT_PERMITTED,
                assertThrows(SQLException.class, () -> sql.execute(attack)).getSQLState());
    }

    @Test
    void isNeitherTheOwnerNorCanBecomeIt() throws SQLException {
        try (var rows = sql.executeQuery("SELECT tableowner, current_user FROM pg_tables WHERE tablename = 'entry'")) {
            assertTrue(rows.next());
            String owner = rows.getString(1);
            assertEquals(rows.getString(2) + "_owner", owner);
            assertEquals(
                    NOT_PERMITTED,
                    assertThrows(SQLException.class, () -> sql.execute("SET ROLE " + owner))
                            .getSQLState());
        }
    }

    @Test
    void cannotPutATableOfItsOwnInTheLedgersPlace() throws SQLException {
        connection.setAutoCommit(false);
        sql.execute("CREATE TEMPORARY TABLE transfer (id uuid, amount bigint)");
        sql.execute("INSERT INTO transfer VALUES ('00000000-0000-7000-8000-000000000009', 5)");

        var refused = assertThrows(SQLException.class, () -> sql.execute("""
                INSERT INTO public.entry VALUES ('00000000-0000-7000-8000-000000000009', 1, 1, 5),
                                                ('00000000-0000-7000-8000-000000000009', 2, 2, -5)
                """));

        assertEquals("23503", refused.getSQLState());
    }

    @Test
    void addsAndReads() throws SQLException {
        sql.execute("INSERT INTO account (owner, code, side, balance)"
                + " VALUES ('00000000-0000-7000-8000-000000000007', 'LOAN_PRINCIPAL', 1, 0)");
        sql.execute("SELECT count(*) FROM entry");
        sql.execute("UPDATE bill SET attempts = attempts WHERE false");
        sql.execute("DELETE FROM idempotency_key WHERE false");
    }
}
