package io.anju.launcher.postgres;

import io.anju.launcher.LaunchFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes each service a database that nobody else can open, and in which the service itself owns nothing. */
public final class Databases {

    private final int port;
    private final String superuser;
    private final String password;

    Databases(int port, String superuser, String password) {
        this.port = port;
        this.superuser = superuser;
        this.password = password;
    }

    /**
     * Makes a database with its two roles where they are missing, and sets their passwords: the owner migrates, the role
     * of the database's own name runs the service and owns nothing. A database from before there were two is handed over.
     *
     * @param name a lower-case word
     * @param rolePassword base64url text
     * @param ownerPassword base64url text
     */
    public void provide(String name, String rolePassword, String ownerPassword) {
        String role = safe(name);
        String owner = ownerOf(name);
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            login(connection, statement, role, rolePassword);
            login(connection, statement, owner, ownerPassword);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + role + " OWNER " + owner);
                statement.execute("REVOKE ALL ON DATABASE " + role + " FROM PUBLIC");
            }
            statement.execute("GRANT CONNECT ON DATABASE " + role + " TO " + role);
            if (exists(
                    connection,
                    "SELECT 1 FROM pg_database WHERE datname = ? AND pg_get_userbyid(datdba) = datname",
                    name)) {
                handOver(role, owner);
            }
        } catch (SQLException refused) {
            throw new LaunchFailure("cannot make the database " + name + ": " + refused.getMessage(), refused);
        }
    }

    /** The role that owns a database and everything in it. */
    public static String ownerOf(String name) {
        return safe(name) + "_owner";
    }

    private static void login(Connection connection, Statement statement, String role, String password)
            throws SQLException {
        if (!password.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("not base64url");
        }
        String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
        statement.execute(verb + " ROLE " + role + " LOGIN PASSWORD '" + password + "'");
    }

    private void handOver(String database, String owner) throws SQLException {
        try (Connection inside = connect(database);
                Statement statement = inside.createStatement()) {
            statement.execute("REASSIGN OWNED BY " + database + " TO " + owner);
        }
        execute("GRANT CONNECT ON DATABASE " + database + " TO " + database);
    }

    /** Makes an empty database for a role, in place of one of this name. */
    public void recreate(String name, String owner) {
        drop(name);
        execute("CREATE DATABASE " + safe(name) + " OWNER " + safe(owner));
    }

    /** Drops a database whoever is connected to it; one that is absent is fine. */
    public void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + safe(name) + " WITH (FORCE)");
    }

    /** The JDBC URL of a database. */
    public static String jdbcUrl(int port, String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** The URL of a database as the reactive client takes it. */
    public static String reactiveUrl(int port, String name) {
        return "postgresql://127.0.0.1:" + port + "/" + name;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port, database), superuser, password);
    }

    private void execute(String sql) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new LaunchFailure("PostgreSQL refuses: " + refused.getMessage(), refused);
        }
    }

    private static String safe(String name) {
        if (!name.matches("[a-z_]+")) {
            throw new IllegalArgumentException("not safe to put into a statement: " + name);
        }
        return name;
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
