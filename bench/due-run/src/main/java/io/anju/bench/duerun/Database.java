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
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;

/** A private PostgreSQL that keeps what it says, with databases of the service's own schema. */
final class Database implements AutoCloseable {

    /** Who the service is: a role that owns nothing, as in production. Its password is its name. */
    static final String RUNTIME = "bench_due_run";

    private static final String OWNER = "postgres";

    private final EmbeddedPostgres server;

    Database() {
        try {
            server = EmbeddedPostgres.builder()
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
