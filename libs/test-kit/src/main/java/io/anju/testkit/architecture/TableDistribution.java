package io.anju.testkit.architecture;

import io.anju.testkit.KeptFile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * By which column each table of a service could be spread over several databases: kept beside the code in {@code tables.md}, made from
 * the migrated schema and held against it. A table that has none is named in {@code docs/distribution.md}, with the reason.
 */
public final class TableDistribution {

    private static final Path REASONS = Path.of("../docs/distribution.md");

    /** A row of the list of exceptions: service (or {@code all}), table, kind, reason. */
    private static final Pattern EXCEPTION =
            Pattern.compile("^\\| (\\S+) \\| `(\\w+)` \\| (\\S+) \\| (\\S.*) \\|$", Pattern.MULTILINE);

    /** Whose row it is, the farthest owner first; a table named after its owner carries it as its own {@code id}. */
    private static final List<String> KEYS =
            List.of("customer_id", "person_id", "loan_id", "application_id", "contract_id");

    private static final Set<String> OWNERS = Set.of("person", "customer", "loan", "application", "contract");

    private static final String TABLES = """
            select t.relname as name,
                   array(select distinct a.attname::text from pg_index i
                         join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
                         where i.indrelid = t.oid and i.indisvalid and i.indpred is null) as leading,
                   array(select (select string_agg(a.attname::text, ', ' order by k.place)
                                 from unnest(i.indkey) with ordinality as k (number, place)
                                 join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number)
                         from pg_index i
                         where i.indrelid = t.oid and i.indisunique and i.indexprs is null order by 1) as uniques
            from pg_class t
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and t.relname <> 'flyway_schema_history'
            order by t.relname
            """;

    /**
     * A table as the database describes it.
     *
     * @param leading columns that come first in an index
     * @param uniques the columns of each unique index, the primary key's among them
     */
    private record Table(String name, List<String> leading, List<String> uniques) {

        static Table of(Row row) {
            return new Table(row.getString("name"), texts(row, "leading"), texts(row, "uniques"));
        }

        private static List<String> texts(Row row, String column) {
            return Arrays.stream(row.getArrayOfStrings(column))
                    .filter(text -> text != null)
                    .toList();
        }

        /** The farthest owner that an index leads with. */
        Optional<String> key() {
            return OWNERS.contains(name)
                    ? Optional.of("id")
                    : KEYS.stream().filter(leading::contains).findFirst();
        }

        /** Unique indexes that would have to take the key in. */
        List<String> without(String key) {
            return uniques.stream()
                    .filter(unique -> !List.of(unique.split(", ")).contains(key))
                    .toList();
        }
    }

    /** @param reason why a table has no key, and how it would be kept */
    private record Apart(String kind, String reason) {}

    private TableDistribution() {}

    /**
     * Fails when a table neither carries the id of its customer, loan, application or contract at the head of an index nor is named
     * as an exception, and when {@code tables.md} differs from the schema; with {@code -Danju.update} it writes the file instead.
     *
     * @param pool of the migrated database
     * @param service such as {@code loan-service}
     */
    public static void check(Pool pool, String service) {
        var tables = tables(pool);
        var exceptions = exceptions(service);
        refuseAny(
                tables.stream()
                        .filter(table -> !exceptions.containsKey(table.name()))
                        .filter(table -> table.key().isEmpty())
                        .map(Table::name)
                        .toList(),
                "have no index that leads with whose row it is, and are not named in docs/distribution.md");
        var names = tables.stream().map(Table::name).toList();
        refuseAny(
                exceptions.keySet().stream()
                        .filter(name -> !names.contains(name))
                        .sorted()
                        .toList(),
                "are named in docs/distribution.md and do not exist");
        KeptFile.hold(Path.of("tables.md"), markdown(tables, exceptions));
    }

    private static void refuseAny(List<String> tables, String what) {
        if (!tables.isEmpty()) {
            throw new AssertionError("these tables " + what + ": " + tables);
        }
    }

    private static List<Table> tables(Pool pool) {
        var rows = pool.query(TABLES).execute().await().indefinitely();
        return StreamSupport.stream(rows.spliterator(), false).map(Table::of).toList();
    }

    private static Map<String, Apart> exceptions(String service) {
        return EXCEPTION
                .matcher(text(REASONS))
                .results()
                .filter(row -> List.of("all", service).contains(row.group(1)))
                .collect(Collectors.toMap(
                        row -> row.group(2), (MatchResult row) -> new Apart(row.group(3), row.group(4))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String markdown(List<Table> tables, Map<String, Apart> exceptions) {
        return """
                # Tables and whose rows they hold

                Made from the migrated schema; a test holds it against the schema. *Key* is the column by which the table could be spread over
                several databases; an index leads with it. *Unique without it* names what would have to take it in first. What the words
                in place of a key mean is in [docs/distribution.md](../docs/distribution.md).

                | table | key | unique without it |
                |---|---|---|
                """ + tables.stream().map(table -> line(table, exceptions)).collect(Collectors.joining());
    }

    private static String line(Table table, Map<String, Apart> exceptions) {
        var exception = exceptions.get(table.name());
        if (exception != null) {
            return "| `%s` | %s | |\n".formatted(table.name(), exception.kind());
        }
        var key = table.key().orElseThrow();
        var without =
                table.without(key).stream().map(unique -> "`" + unique + "`").collect(Collectors.joining("; "));
        return "| `%s` | `%s` | %s |\n".formatted(table.name(), key, without).replace("|  |", "| |");
    }
}
