package io.anju.bench.duerun;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;

/** A private PostgreSQL that keeps what it says, with databases of the service's own schema. */
final class Database implements AutoCloseable {

    /** Who the service is: a role that owns nothing, as in production. Its password is its name. */
    static final String RUNTIME = "bench_due_run";

    private static final String OWNER = "postgres";

    private static final String DEAREST = """
            SELECT round(1000 * total_exec_time / %1$d), calls, rows, wal_bytes / %1$d,
                   left(regexp_replace(query, '\\s+', ' ', 'g'), 100)
            FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
            WHERE d.datname = '%2$s' AND toplevel ORDER BY total_exec_time DESC LIMIT %3$d
            """;

    private final EmbeddedPostgres server;
    private final int statements;

    /** @param statements how many of the dearest statements of a contender are told; 0 for none, and nothing is counted */
    Database(int statements) {
        this.statements = statements;
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("shared_preload_libraries", statements > 0 ? "pg_stat_statements" : "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("work_mem", "32MB")
                    .setServerConfig("max_wal_size", "8GB")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("jit", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    /** The server's process; those that serve connections are its children. */
    ProcessHandle process() throws SQLException {
        try (Connection connection = connect(OWNER);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            return ProcessHandle.of(rows.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    void create(String name, Path root) throws SQLException {
        try (Connection admin = connect(OWNER);
                var statement = admin.createStatement()) {
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(RUNTIME, RUNTIME));
            statement.execute("CREATE DATABASE " + name);
        }
        Flyway.configure()
                .dataSource(url(name), OWNER, OWNER)
                .placeholders(Map.of("runtime", RUNTIME))
                .locations(
                        "filesystem:" + root.resolve("libs/service-kit/src/main/resources/db/kit"),
                        "filesystem:" + root.resolve("repayment-service/src/main/resources/db/migration"))
                .outOfOrder(true)
                .load()
                .migrate();
    }

    void copy(String from, String to) throws SQLException {
        try (Connection admin = connect(OWNER);
                var statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy".formatted(to, from));
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), OWNER, OWNER);
    }

    String ask(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The statements that took the most time in a database: microseconds a loan, calls, rows, bytes of WAL a loan, text. */
    List<String> dearest(String name, int loans) throws SQLException {
        List<String> lines = new ArrayList<>();
        if (statements == 0) {
            return lines;
        }
        try (Connection connection = connect(OWNER);
                var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            try (var rows = statement.executeQuery(DEAREST.formatted(loans, name, statements))) {
                while (rows.next()) {
                    lines.add("%8d %8d %10d %8d  %s"
                            .formatted(
                                    rows.getLong(1),
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    rows.getLong(4),
                                    rows.getString(5)));
                }
            }
        }
        return lines;
    }

    static String script(String name) {
        try (InputStream in = Database.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port(), database);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
