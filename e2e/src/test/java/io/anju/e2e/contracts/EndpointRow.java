package io.anju.e2e.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One row of a service's {@code endpoints.md}. */
record EndpointRow(String service, String method, String path, String callers) {

    /** The rows of all services that are for callers from outside. */
    static List<EndpointRow> readPublic(Path repository) {
        return Stream.of("identity", "loan", "contract", "repayment", "care")
                .map(name -> name + "-service")
                .flatMap(service -> read(service, repository.resolve(service).resolve("endpoints.md")))
                .filter(row ->
                        !row.path().startsWith("/internal") && !row.path().startsWith("/callbacks"))
                .toList();
    }

    private static Stream<EndpointRow> read(String service, Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.matches("\\| [A-Z]+ \\| `.*"))
                    .map(line -> line.split("\\|"))
                    .map(cells -> new EndpointRow(
                            service,
                            cells[1].trim(),
                            cells[2].trim().replace("`", "").replace("{service}", service),
                            cells[3].trim()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
