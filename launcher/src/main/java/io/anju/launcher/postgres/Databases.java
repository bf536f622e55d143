package io.anju.launcher.postgres;

import io.anju.launcher.LaunchFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes each service a database that nobody else can open. */
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
     * Makes a role and its database of the same name where they are missing, and sets the role's password.
     *
     * @param name a lower-case word
     * @param rolePassword base64url text
     */
    public void provide(String name, String rolePassword) {
        if (!rolePassword.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("not base64url");
        }
        String role = safe(name);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
            statement.execute(verb + " ROLE " + role + " LOGIN PASSWORD '" + rolePassword + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + role + " OWNER " + role);
                statement.execute("REVOKE ALL ON DATABASE " + role + " FROM PUBLIC");
            }
        } catch (SQLException refused) {
            throw new LaunchFailure("cannot make the database " + name + ": " + refused.getMessage(), refused);
        }
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

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port, "postgres"), superuser, password);
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new LaunchFailure("PostgreSQL refuses: " + refused.getMessage(), refused);
        }
    }

    private static String safe(String name) {
        if (!name.matches("[a-z]+")) {
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
