package io.anju.kit.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which code answers which endpoint with which status, as a service keeps it in {@code refusals.properties}:
 *
 * <pre>{@code CONTRACT_EXPIRED = 409 POST /api/v1/contracts/{id}/signatures, POST /api/v1/contracts/{id}/declination}</pre>
 *
 * <p>A code that comes with two statuses has two groups with {@code ;} between them; one that is never an answer by
 * itself has none. The rules themselves know no HTTP,
 * so that this cannot be read off them; the service's tests hold each answer that they get against the document.
 */
record Refusals(List<Refused> all) {

    static final String FILE = "refusals.properties";

    /** One line of the table, taken apart. */
    record Refused(String code, int status, String endpoint) {}

    static Refusals parse(Properties table) {
        return new Refusals(new TreeSet<>(table.stringPropertyNames())
                .stream()
                        .flatMap(code -> Arrays.stream(table.getProperty(code).split(";"))
                                .map(String::strip)
                                .filter(group -> !group.isEmpty())
                                .flatMap(group -> group(code, group)))
                        .toList());
    }

    private static Stream<Refused> group(String code, String group) {
        var status = Integer.parseInt(group.substring(0, 3));
        return Arrays.stream(group.substring(3).split(","))
                .map(endpoint -> new Refused(code, status, endpoint.strip()));
    }

    Stream<String> endpoints() {
        return all.stream().map(Refused::endpoint).distinct();
    }

    /** The codes of one endpoint by status. */
    TreeMap<Integer, TreeSet<String>> of(String endpoint) {
        var codes = new TreeMap<Integer, TreeSet<String>>();
        all.stream()
                .filter(refused -> refused.endpoint().equals(endpoint))
                .forEach(refused -> codes.computeIfAbsent(refused.status(), status -> new TreeSet<>())
                        .add(refused.code()));
        return codes;
    }
}
