package io.anju.bench.ledger;

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
final class Server implements AutoCloseable {

    static final String RUNTIME = "bench_ledger";
    private static final String OWNER = RUNTIME + "_owner";

    private final @Nullable EmbeddedPostgres own;
    private final String host;
    private final int port;
    private final String superuser;

    private Server(@Nullable EmbeddedPostgres own, String host, int port, String superuser) {
        this.own = own;
        this.host = host;
        this.port = port;
        this.superuser = superuser;
    }

    static Server start() throws IOException, SQLException {
        Server server = given().orElseGet(Server::embedded);
        server.renew();
        return server;
    }

    private static Optional<Server> given() {
        String host = System.getenv("PGHOST");
        return host == null
                ? Optional.empty()
                : Optional.of(new Server(
                        null,
                        host,
                        Integer.parseInt(System.getenv().getOrDefault("PGPORT", "5432")),
                        System.getenv().getOrDefault("PGUSER", "postgres")));
    }

    private static Server embedded() {
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
            return new Server(postgres, "localhost", postgres.getPort(), "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void renew() throws SQLException {
        try (Connection admin = connect("postgres", superuser);
                var sql = admin.createStatement()) {
            sql.execute("DROP DATABASE IF EXISTS " + RUNTIME + " WITH (FORCE)");
            for (String role : new String[] {RUNTIME, OWNER}) {
                sql.execute("DROP ROLE IF EXISTS " + role);
                sql.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'postgres'");
            }
            sql.execute("CREATE DATABASE " + RUNTIME + " OWNER " + OWNER);
        }
        Flyway.configure()
                .dataSource(url(RUNTIME), OWNER, "postgres")
                .placeholders(Map.of("runtime", RUNTIME))
                .locations("db/kit", "db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    /** Runs a script of ours as a superuser, {@code :name} replaced. */
    void run(String script, Map<String, String> values) throws SQLException {
        String text = resource(script);
        for (var value : values.entrySet()) {
            text = text.replace(":" + value.getKey(), value.getValue());
        }
        try (Connection connection = connect(RUNTIME, superuser);
                var sql = connection.createStatement()) {
            for (String statement : text.split(";;")) {
                sql.execute(statement);
            }
        }
    }

    long ask(String question) throws SQLException {
        try (Connection connection = connect(RUNTIME, superuser);
                var sql = connection.createStatement();
                var rows = sql.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static String resource(String name) {
        try (InputStream in = Server.class.getResourceAsStream("/bench/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    private Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection(url(database), user, "postgres");
    }

    @Override
    public void close() throws IOException {
        if (own != null) {
            own.close();
        }
    }
}
