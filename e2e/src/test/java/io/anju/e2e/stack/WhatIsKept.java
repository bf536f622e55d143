package io.anju.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that the services of a stack leave behind: the rows of their databases, their logs, their metrics. */
public final class WhatIsKept {

    /** Service to database and usual port. */
    private static final Map<String, Place> PLACES = Map.of(
            "identity-service", new Place("identity", 8081),
            "loan-service", new Place("loan", 8082),
            "contract-service", new Place("contract", 8083),
            "repayment-service", new Place("repayment", 8084),
            "care-service", new Place("care", 8085));

    private static final int POSTGRES_PORT = 8095;

    private record Place(String database, int port) {}

    private final Stack stack;
    private final InClear inClear;
    private final List<String> found = new ArrayList<>();
    private long rows;

    public WhatIsKept(Stack stack, InClear inClear) {
        this.stack = stack;
        this.inClear = inClear;
    }

    /** Where which words can be read: table, file or metrics, and the word. */
    public List<String> whatCanBeRead() {
        PLACES.forEach((service, place) -> {
            searchDatabase(service, place.database());
            search(
                    service + " metrics",
                    stack.at(place.port()).get("/q/metrics").text());
        });
        searchLogs();
        if (rows == 0) {
            throw new AssertionError("no row was looked at");
        }
        return List.copyOf(found);
    }

    private void search(String where, String text) {
        inClear.in(text).forEach(word -> found.add(where + ": " + word));
    }

    private void searchLogs() {
        try (Stream<Path> files = Files.list(stack.home().resolve("logs"))) {
            for (Path file : files.filter(file -> PLACES.keySet().stream()
                            .anyMatch(service -> file.getFileName().toString().startsWith(service)))
                    .toList()) {
                search(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void searchDatabase(String service, String database) {
        try (var connection = connect(service, database)) {
            for (String table : tables(connection)) {
                searchTable(connection, service, table);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(database, e);
        }
    }

    private Connection connect(String service, String database) throws SQLException, IOException {
        var password = Files.readString(
                stack.home().resolve("data/secrets").resolve(service).resolve("database-owner.password"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + stack.port(POSTGRES_PORT) + "/" + database,
                database + "_owner",
                password.strip());
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var names = statement.executeQuery("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1""")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private void searchTable(Connection connection, String service, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var all = statement.executeQuery("SELECT t::text FROM " + table + " AS t")) {
            while (all.next()) {
                rows++;
                search(service + " " + table, all.getString(1));
            }
        }
    }
}
