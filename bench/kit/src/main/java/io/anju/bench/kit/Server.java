package io.anju.bench.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that keeps what it confirms, with the service's own schema in a fresh database and the two roles of
 * production. It is the one of {@code PGHOST} and {@code PGPORT} where they are set, and one of our own otherwise.
 */
public final class Server implements AutoCloseable {

    /** Password of every role here. */
    public static final String PASSWORD = "postgres";

    private final String name;
    private final @Nullable EmbeddedPostgres own;
    private final String host;
    private final int port;
    private final String superuser;

    private Server(String name, @Nullable EmbeddedPostgres own, String host, int port, String superuser) {
        this.name = name;
        this.own = own;
        this.host = host;
        this.port = port;
        this.superuser = superuser;
    }

    /** @param name of the fresh database and of the role that the service runs as; its owner is another one */
    public static Server start(String name) throws SQLException {
        Server server = given(name).orElseGet(() -> embedded(name));
        server.renew();
        return server;
    }

    private static Optional<Server> given(String name) {
        String host = System.getenv("PGHOST");
        return host == null
                ? Optional.empty()
                : Optional.of(new Server(
                        name,
                        null,
                        host,
                        Integer.parseInt(System.getenv().getOrDefault("PGPORT", "5432")),
                        System.getenv().getOrDefault("PGUSER", "postgres")));
    }

    private static Server embedded(String name) {
        try {
            var builder = EmbeddedPostgres.builder();
            Map.of(
                            "fsync", "on",
                            "synchronous_commit", "on",
                            "full_page_writes", "on",
                            "max_connections", "200",
                            "shared_buffers", "512MB",
                            "max_wal_size", "4GB",
                            "jit", "off")
                    .forEach(builder::setServerConfig);
            EmbeddedPostgres postgres = builder.start();
            return new Server(name, postgres, "localhost", postgres.getPort(), "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void renew() throws SQLException {
        String owner = name + "_owner";
        try (Connection admin = connect("postgres");
                var sql = admin.createStatement()) {
            sql.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            for (String role : new String[] {name, owner}) {
                sql.execute("DROP ROLE IF EXISTS " + role);
                sql.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "'");
            }
            sql.execute("CREATE DATABASE " + name + " OWNER " + owner);
        }
        Flyway.configure()
                .dataSource(url(name), owner, PASSWORD)
                .placeholders(Map.of("runtime", name))
                .locations("db/kit", "db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    /** Runs a script of ours as a superuser, {@code :name} replaced. */
    public void run(String script, Map<String, String> values) throws SQLException {
        String text = resource(script);
        for (var value : values.entrySet()) {
            text = text.replace(":" + value.getKey(), value.getValue());
        }
        try (Connection connection = connect(name);
                var sql = connection.createStatement()) {
            for (String statement : text.split(";;")) {
                sql.execute(statement);
            }
        }
    }

    public long ask(String question) throws SQLException {
        try (Connection connection = connect(name);
                var sql = connection.createStatement();
                var rows = sql.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The text of a resource in the folder {@code bench}. */
    public static String resource(String name) {
        try (InputStream in = Server.class.getResourceAsStream("/bench/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's process; those that serve connections are its children. */
    public ProcessHandle process() throws SQLException {
        try (Connection connection = connect(name);
                var sql = connection.createStatement();
                var rows = sql.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            return ProcessHandle.of(rows.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    /** Name of the database and of the role that the service runs as. */
    public String name() {
        return name;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    /** As a superuser, to a database of this server. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), superuser, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        if (own != null) {
            own.close();
        }
    }
}
