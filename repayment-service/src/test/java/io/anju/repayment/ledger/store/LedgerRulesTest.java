package io.anju.repayment.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.repayment.PostgresForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger attacked at the prompt, by the role that owns it: what the database itself refuses. */
class LedgerRulesTest {

    private static final String FINAL = "LE001";
    private static final String UNBALANCED = "LE002";
    private static final String NO_REVERSAL = "LE003";
    private static final String CHECK_VIOLATION = "23514";
    private static final UUID LOAN = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static PostgresForTests postgres;

    private Connection connection;
    private Statement sql;
    private long principal;
    private long clearing;

    @BeforeAll
    static void start() throws SQLException {
        postgres = PostgresForTests.start(1);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void aPostedTransfer() throws SQLException {
        connection = postgres.connect();
        connection.setAutoCommit(false);
        sql = connection.createStatement();
        sql.execute(
                "INSERT INTO account (owner, code, side, balance) VALUES ('%s', 'LOAN_PRINCIPAL', 1, 0)".formatted(LOAN)
                        + " ON CONFLICT DO NOTHING");
        principal = number("SELECT id FROM account WHERE owner = '%s'".formatted(LOAN));
        clearing = number("SELECT id FROM account WHERE code = 'RAIL_CLEARING'");
        transfer("posted", "DISBURSEMENT", 100, "NULL");
        entries("posted", principal, 100, clearing, -100);
        sql.execute("SET CONSTRAINTS ALL IMMEDIATE");
        sql.execute("SET CONSTRAINTS ALL DEFERRED");
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET amount = amount + 1",
                "UPDATE entry SET amount = 0 WHERE false",
                "DELETE FROM entry",
                "TRUNCATE entry",
                "UPDATE transfer SET amount = 1",
                "UPDATE transfer SET idempotency_key = 'other'",
                "DELETE FROM transfer",
                "TRUNCATE transfer CASCADE",
                "UPDATE account SET balance = 1000000",
                "UPDATE account SET side = -side",
                "DELETE FROM account",
                "TRUNCATE account",
            })
    void refusesToChangeWhatIsPosted(String attack) {
        assertEquals(FINAL, refusal(() -> sql.execute(attack)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE entry SET amount = 5", "DELETE FROM transfer", "UPDATE account SET balance = 5"})
    void refusesItToASuperuserInAReplicaSessionToo(String attack) throws SQLException {
        try (Connection superuser = postgres.connectAsSuperuser();
                Statement replica = superuser.createStatement()) {
            replica.execute("SET session_replication_role = replica");

            assertEquals(FINAL, refusal(() -> replica.execute(attack)));
        }
    }

    @Test
    void refusesEntriesThatDoNotBalance() throws SQLException {
        transfer("crooked", "INSTALMENT", 50, "NULL");

        assertEquals(UNBALANCED, refusal(() -> entries("crooked", clearing, 50, principal, -49)));
    }

    @Test
    void refusesATransferWithoutEntriesWhenTheTransactionEnds() throws SQLException {
        transfer("empty", "INSTALMENT", 50, "NULL");

        assertEquals(UNBALANCED, refusal(() -> connection.commit()));
    }

    @Test
    void refusesAnAmountThatItsEntriesDoNotAddUpTo() throws SQLException {
        transfer("boastful", "INSTALMENT", 51, "NULL");
        entries("boastful", clearing, 50, principal, -50);

        assertEquals(UNBALANCED, refusal(() -> connection.commit()));
    }

    @Test
    void refusesMoreEntriesToAPostedTransferEvenBalancedOnes() {
        assertEquals(FINAL, refusal(() -> sql.execute("""
                        INSERT INTO entry VALUES ('%1$s', 3, %2$d, 7), ('%1$s', 4, %3$d, -7)
                        """.formatted(id("posted"), principal, clearing))));
    }

    @Test
    void refusesABalanceBelowZero() throws SQLException {
        transfer("toomuch", "INSTALMENT", 101, "NULL");

        assertEquals(CHECK_VIOLATION, refusal(() -> entries("toomuch", clearing, 101, principal, -101)));
    }

    @Test
    void refusesAnAccountThatDoesNotStartEmpty() {
        assertEquals(FINAL, refusal(() -> sql.execute("""
                        INSERT INTO account (owner, code, side, balance) VALUES ('%s', 'LOAN_PRINCIPAL', 1, 5)
                        """.formatted(UUID.randomUUID()))));
    }

    @Test
    void refusesAnEntryInAnAccountThatDoesNotExist() throws SQLException {
        transfer("nowhere", "INSTALMENT", 5, "NULL");

        assertEquals("23503", refusal(() -> entries("nowhere", clearing, 5, 999_999, -5)));
    }

    @ParameterizedTest
    @CsvSource({"99, 99", "100, 60"})
    void refusesAReversalThatDoesNotUndoExactly(long amount, long fromPrincipal) throws SQLException {
        transfer("undo", "REVERSAL", amount, "'" + id("posted") + "'");
        if (fromPrincipal == amount) {
            entries("undo", clearing, amount, principal, -amount);
        } else {
            long income = number("SELECT id FROM account WHERE code = 'FEE_INCOME'");
            sql.execute("""
                    INSERT INTO entry VALUES ('%1$s', 1, %2$d, %3$d), ('%1$s', 2, %4$d, %5$d), ('%1$s', 3, %6$d, %7$d)
                    """.formatted(
                            id("undo"), clearing, amount, principal, -fromPrincipal, income, fromPrincipal - amount));
        }

        assertEquals(NO_REVERSAL, refusal(() -> connection.commit()));
    }

    @Test
    void refusesASecondReversalOfTheSameTransfer() throws SQLException {
        transfer("undo", "REVERSAL", 100, "'" + id("posted") + "'");
        entries("undo", clearing, 100, principal, -100);

        assertEquals("23505", refusal(() -> transfer("again", "REVERSAL", 100, "'" + id("posted") + "'")));
    }

    @Test
    void keepsTheBalanceOfALoanAndNoneOfTheBanksOwnAccounts() throws SQLException {
        assertEquals(100, number("SELECT balance FROM account WHERE id = " + principal));
        assertEquals(0, number("SELECT count(balance) FROM account WHERE owner = '" + new UUID(0, 0) + "'"));
    }

    private void transfer(String key, String kind, long amount, String reverses) throws SQLException {
        sql.execute("""
                INSERT INTO transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference, reverses)
                VALUES ('%s', '%s', '%s', '%s', %d, '2026-11-22', 'test', %s)
                """.formatted(id(key), key, kind, LOAN, amount, reverses));
    }

    private void entries(String key, long first, long debit, long second, long credit) throws SQLException {
        sql.execute("INSERT INTO entry VALUES ('%1$s', 1, %2$d, %3$d), ('%1$s', 2, %4$d, %5$d)"
                .formatted(id(key), first, debit, second, credit));
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private long number(String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String refusal(org.junit.jupiter.api.function.Executable attack) {
        return assertThrows(SQLException.class, attack).getSQLState();
    }
}
