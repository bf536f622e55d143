package io.anju.launcher.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.launcher.Home;
import io.anju.launcher.keys.Secrets;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The real PostgreSQL in a folder whose name has a space. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresTest {

    @TempDir
    private static Path temporary;

    private static int port;
    private static Postgres postgres;

    @BeforeAll
    static void start() throws IOException {
        var home = new Home(temporary, temporary.resolve("a stack"));
        home.create();
        var secrets = new Secrets(home.secrets());
        secrets.create(List.of(), Instant.now());
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        postgres = new Postgres(home, port, secrets.databaseSuperuser());
        Databases databases = postgres.start();
        databases.provide("loan", "loan-password", "loan-owner-password");
        databases.provide("care", "care-password", "care-owner-password");
    }

    @AfterAll
    static void stop() {
        postgres.stop();
    }

    @Test
    @Order(1)
    void keepsWhatItConfirms() throws SQLException {
        assertEquals("on", setting("fsync"));
        assertEquals("on", setting("synchronous_commit"));
        assertEquals("on", setting("full_page_writes"));
    }

    @Test
    @Order(2)
    void opensADatabaseToItsOwnRoleOnly() throws SQLException {
        assertEquals("loan", ask("loan", "loan", "loan-password", "SELECT current_database()"));
        assertThrows(SQLException.class, () -> ask("loan", "care", "care-password", "SELECT 1"));
    }

    @Test
    @Order(3)
    void opensToNobodyWithoutAPassword() {
        assertThrows(SQLException.class, () -> ask("loan", "loan", "guessed", "SELECT 1"));
        assertThrows(SQLException.class, () -> ask("postgres", "postgres", "", "SELECT 1"));
    }

    @Test
    @Order(4)
    void keepsDataAndTakesNewPasswordsAcrossARestart() throws SQLException {
        ask(
                "loan",
                "loan_owner",
                "loan-owner-password",
                "CREATE TABLE kept AS SELECT 42 AS n; GRANT SELECT ON kept TO loan; SELECT 1");
        postgres.stop();
        assertFalse(postgres.isRunning());

        postgres.start().provide("loan", "another-password", "loan-owner-password");

        assertTrue(postgres.isRunning());
        assertEquals("42", ask("loan", "loan", "another-password", "SELECT n FROM kept"));
    }

    @Test
    @Order(5)
    void letsTheServiceOwnNothing() {
        assertThrows(SQLException.class, () -> ask("loan", "loan", "another-password", "CREATE TABLE mine (n int)"));
        assertThrows(SQLException.class, () -> ask("loan", "loan", "another-password", "SET ROLE loan_owner"));
    }

    @Test
    @Order(6)
    void handsOverADatabaseThatItsServiceOwned() throws SQLException {
        var databases = postgres.databases();
        databases.provide("old", "old-password", "old-owner-password");
        databases.recreate("old", "old");
        ask("old", "old", "old-password", "CREATE TABLE mine AS SELECT 1 AS n; SELECT 1");

        databases.provide("old", "old-password", "old-owner-password");

        assertEquals("1", ask("old", "old_owner", "old-owner-password", "SELECT n FROM mine"));
        assertThrows(SQLException.class, () -> ask("old", "old", "old-password", "DROP TABLE mine"));
    }

    private static String setting(String name) throws SQLException {
        return ask("loan", "loan", "loan-password", "SHOW " + name);
    }

    private static String ask(String database, String role, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(Databases.jdbcUrl(port, database), role, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getUpdateCount() != -1) {
                statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
