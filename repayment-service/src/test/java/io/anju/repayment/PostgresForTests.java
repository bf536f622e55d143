package io.anju.repayment;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL for tests of stores: one server per JVM, a database of its own, migrated, for each who asks. */
public final class PostgresForTests implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String name;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private PostgresForTests(String name, int connections) {
        this.name = name;
        this.pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(Server.RUNNING.getPort())
                        .setUser(name)
                        .setPassword("postgres")
                        .setDatabase(name)
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build();
    }

    /** A fresh database with two ordinary roles, as in production: its owner migrates, the service owns nothing. */
    public static PostgresForTests start(int connections) throws SQLException {
        return start(connections, "latest");
    }

    /** The same, as it was at that version. */
    public static PostgresForTests start(int connections, String version) throws SQLException {
        String name = "repayment_" + DATABASES.incrementAndGet();
        try (Connection admin = DriverManager.getConnection(url("postgres"), "postgres", "postgres");
                var statement = admin.createStatement()) {
            statement.execute("CREATE ROLE %s LOGIN PASSWORD 'postgres'".formatted(name));
            statement.execute("CREATE ROLE %s LOGIN PASSWORD 'postgres'".formatted(owner(name)));
            statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, owner(name)));
        }
        migrate(name, version);
        return new PostgresForTests(name, connections);
    }

    /** Brings it to the newest version. */
    public void migrate() {
        migrate(name, "latest");
    }

    private static void migrate(String name, String version) {
        Flyway.configure()
                .dataSource(url(name), owner(name), "postgres")
                .placeholders(Map.of("runtime", name))
                .locations("db/kit", "db/migration")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    /** A connection of the service's own role, for statements that a service would never send. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(name), name, "postgres");
    }

    /** A connection of the role that owns the database. */
    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url(name), owner(name), "postgres");
    }

    /** A connection of one who may do anything that PostgreSQL allows. */
    public Connection connectAsSuperuser() throws SQLException {
        return DriverManager.getConnection(url(name), "postgres", "postgres");
    }

    /** Work in one transaction, as a service's {@code Transactions} runs it. */
    public <T> Uni<T> run(Function<Tx, Uni<T>> work) {
        return pool.withTransaction(connection -> work.apply(new PgTx(connection)));
    }

    private static String owner(String name) {
        return name + "_owner";
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(Server.RUNNING.getPort(), database);
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }

    /** Started by the first who needs it, stopped with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
