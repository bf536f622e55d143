package io.anju.repayment.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.repayment.PostgresForTests;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** The ledger attacked at the prompt, by the role that owns it: what the database itself refuses. */
class LedgerRulesTest {

    private static final String FINAL = "LE001";
    private static final String UNBALANCED = "LE002";
    private static final String NO_REVERSAL = "LE003";
    private static final String CLOSED = "LE004";
    private static final String CHECK_VIOLATION = "23514";
    private static final String NOT_THERE = "23503";
    private static final String TAKEN = "23505";
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
        connection = postgres.connectAsOwner();
        connection.setAutoCommit(false);
        sql = connection.createStatement();
        sql.execute(
                "INSERT INTO account (owner, code, side, balance) VALUES ('%s', 'LOAN_PRINCIPAL', 1, 0)".formatted(LOAN)
                        + " ON CONFLICT DO NOTHING");
        principal = number("SELECT id FROM account WHERE owner = '%s'".formatted(LOAN));
        clearing = number("SELECT id FROM account WHERE code = 'RAIL_CLEARING'");
        post("posted", "DISBURSEMENT", 100, "NULL", line(1, principal, 100), line(2, clearing, -100));
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
                "DELETE FROM ledger_closing",
                "UPDATE ledger_day SET debit = 0",
                "DELETE FROM ledger_digest",
                "MERGE INTO entry USING transfer t ON t.id = transfer_id WHEN MATCHED THEN DELETE",
                "INSERT INTO entry SELECT * FROM entry ON CONFLICT (transfer_id, line) DO UPDATE SET amount = 1",
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
    void refusesEntriesThatDoNotBalance() {
        assertEquals(
                UNBALANCED,
                refusal(() ->
                        post("crooked", "INSTALMENT", 50, "NULL", line(1, clearing, 50), line(2, principal, -49))));
    }

    @Test
    void refusesATransferWithoutEntries() {
        assertEquals(UNBALANCED, refusal(() -> transfer("empty", 50)));
    }

    @Test
    void refusesEntriesThatComeAStatementAfterTheirTransfer() throws SQLException {
        var beforeIt = connection.setSavepoint();
        assertEquals(UNBALANCED, refusal(() -> transfer("late", 50)));
        connection.rollback(beforeIt);

        assertEquals(NOT_THERE, refusal(() -> entries("late", line(1, clearing, 50), line(2, principal, -50))));
    }

    @Test
    void refusesAnAmountThatItsEntriesDoNotAddUpTo() {
        assertEquals(
                UNBALANCED,
                refusal(() ->
                        post("boastful", "INSTALMENT", 51, "NULL", line(1, clearing, 50), line(2, principal, -50))));
    }

    @Test
    void refusesMoreEntriesToAPostedTransferEvenBalancedOnes() {
        assertEquals(FINAL, refusal(() -> entries("posted", line(3, principal, 7), line(4, clearing, -7))));
    }

    @Test
    void refusesMoreEntriesOfTheSameSumToAPostedTransfer() {
        assertEquals(FINAL, refusal(() -> entries("posted", line(3, principal, 100), line(4, clearing, -100))));
        forgetAndBeginAnew();
        assertEquals(TAKEN, refusal(() -> entries("posted", line(1, principal, 100), line(2, clearing, -100))));
    }

    @Test
    void refusesEntriesWhoseNumbersHaveAGap() {
        assertEquals(
                FINAL,
                refusal(() -> post("gap", "INSTALMENT", 50, "NULL", line(1, clearing, 50), line(3, principal, -50))));
        forgetAndBeginAnew();
        assertEquals(
                FINAL,
                refusal(() ->
                        post("behind", "INSTALMENT", 50, "NULL", line(0, clearing, 50), line(1, principal, -50))));
    }

    @Test
    void refusesAnEntryAlone() {
        assertEquals(NOT_THERE, refusal(() -> entries("nobody's", line(1, clearing, 5))));
    }

    @Test
    void refusesEntriesAndTransfersThatAreCopiedIn() {
        assertEquals(NOT_THERE, refusal(() -> copy("entry", "%s\t1\t%d\t5\n".formatted(id("copied"), clearing))));
        forgetAndBeginAnew();
        assertEquals(
                UNBALANCED,
                refusal(() -> copy(
                        "transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference)",
                        "%s\tcopied\tINSTALMENT\t%s\t5\t2026-11-22\tcopied\n".formatted(id("copied"), LOAN))));
    }

    @Test
    void refusesABalanceBelowZero() {
        assertEquals(
                CHECK_VIOLATION,
                refusal(() ->
                        post("toomuch", "INSTALMENT", 101, "NULL", line(1, clearing, 101), line(2, principal, -101))));
    }

    @Test
    void refusesAnAccountThatDoesNotStartEmpty() {
        assertEquals(FINAL, refusal(() -> openAccount("5")));
    }

    @Test
    void refusesALoansAccountWhoseBalanceIsNotKept() {
        assertEquals(CHECK_VIOLATION, refusal(() -> openAccount("NULL")));
    }

    @Test
    void refusesAnEntryInAnAccountThatDoesNotExist() {
        assertEquals(
                NOT_THERE,
                refusal(() -> post("nowhere", "INSTALMENT", 5, "NULL", line(1, clearing, 5), line(2, 999_999, -5))));
    }

    @ParameterizedTest
    @CsvSource({"99, 99", "100, 60"})
    void refusesAReversalThatDoesNotUndoExactly(long amount, long fromPrincipal) throws SQLException {
        long income = number("SELECT id FROM account WHERE code = 'FEE_INCOME'");
        String rest = fromPrincipal == amount ? "" : "," + line(3, income, fromPrincipal - amount);

        assertEquals(
                NO_REVERSAL,
                refusal(() -> undo(
                        "undo",
                        "posted",
                        amount,
                        line(1, clearing, amount),
                        line(2, principal, -fromPrincipal) + rest)));
    }

    @Test
    void refusesASecondReversalOfTheSameTransfer() throws SQLException {
        undo("undo", "posted", 100, line(1, clearing, 100), line(2, principal, -100));

        assertEquals(
                TAKEN, refusal(() -> undo("again", "posted", 100, line(1, clearing, 100), line(2, principal, -100))));
    }

    @Test
    void refusesAReversalOfAReversal() throws SQLException {
        undo("undo", "posted", 100, line(1, clearing, 100), line(2, principal, -100));

        assertEquals(
                NO_REVERSAL,
                refusal(() -> undo("redo", "undo", 100, line(1, principal, 100), line(2, clearing, -100))));
    }

    @Test
    void refusesATransferOnAClosedDay() throws SQLException {
        sql.execute("SELECT ledger_close('2026-11-22')");

        assertEquals(
                CLOSED,
                refusal(() -> post("late", "INSTALMENT", 5, "NULL", line(1, clearing, 5), line(2, principal, -5))));
    }

    @Test
    void refusesATransactionThatMightNotSeeADayClosed() throws SQLException {
        connection.rollback();
        sql.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        long income = number("SELECT id FROM account WHERE code = 'FEE_INCOME'");

        assertEquals(
                CLOSED,
                refusal(() -> post("blind", "INSTALMENT", 5, "NULL", line(1, clearing, 5), line(2, income, -5))));
    }

    @Test
    void keepsTheBalanceOfALoanAndNoneOfTheBanksOwnAccounts() throws SQLException {
        assertEquals(100, number("SELECT balance FROM account WHERE id = " + principal));
        assertEquals(0, number("SELECT count(balance) FROM account WHERE owner = '" + new UUID(0, 0) + "'"));
    }

    private void openAccount(String balance) throws SQLException {
        sql.execute("INSERT INTO account (owner, code, side, balance) VALUES ('%s', 'LOAN_PRINCIPAL', 1, %s)"
                .formatted(UUID.randomUUID(), balance));
    }

    private void undo(String key, String wrong, long amount, String... lines) throws SQLException {
        post(key, "REVERSAL", amount, "'" + id(wrong) + "'", lines);
    }

    /** A transfer and its entries in one statement, as they must come. */
    private void post(String key, String kind, long amount, String reverses, String... lines) throws SQLException {
        sql.execute("""
                WITH posted AS (
                    INSERT INTO transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference, reverses)
                    VALUES ('%1$s', '%2$s', '%3$s', '%4$s', %5$d, '2026-11-22', 'test', %6$s))
                INSERT INTO entry SELECT '%1$s', l.* FROM (VALUES %7$s) AS l
                """.formatted(id(key), key, kind, LOAN, amount, reverses, String.join(",", lines)));
    }

    private void transfer(String key, long amount) throws SQLException {
        sql.execute("""
                INSERT INTO transfer (id, idempotency_key, kind, loan_id, amount, business_date, reference)
                VALUES ('%s', '%s', 'INSTALMENT', '%s', %d, '2026-11-22', 'test')
                """.formatted(id(key), key, LOAN, amount));
    }

    private void entries(String key, String... lines) throws SQLException {
        sql.execute(
                "INSERT INTO entry SELECT '%s', l.* FROM (VALUES %s) AS l".formatted(id(key), String.join(",", lines)));
    }

    private void copy(String table, String rows) throws Exception {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " FROM STDIN", new StringReader(rows));
    }

    private static String line(int number, long account, long amount) {
        return "(%d::smallint, %d::bigint, %d::bigint)".formatted(number, account, amount);
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private long number(String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void forgetAndBeginAnew() {
        try {
            connection.rollback();
            connection.close();
            aPostedTransfer();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String refusal(Executable attack) {
        return assertThrows(SQLException.class, attack).getSQLState();
    }
}
