package io.anju.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of endpoint and role that each service keeps beside its code in {@code endpoints.md}, made from the code and
 * held against it: a door that opens to others than before shows in review.
 */
public final class EndpointTable {

    private static final String UPDATE = "anju.update";

    private EndpointTable() {}

    /**
     * Fails when an endpoint does not say who may call it, or when the table differs from the code; with {@code
     * -Danju.update} it writes the table instead.
     *
     * @param service the service's package, such as {@code io.anju.loan}
     */
    public static void check(String service) {
        var endpoints = endpoints(service);
        var unsaid = endpoints.stream()
                .filter(endpoint -> endpoint.callers().equals(Endpoint.UNSAID))
                .toList();
        if (!unsaid.isEmpty()) {
            throw new AssertionError("these endpoints do not say who may call them: " + unsaid);
        }
        hold(Path.of("endpoints.md"), markdown(endpoints));
    }

    private static List<Endpoint> endpoints(String service) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(service, "io.anju.kit")
                        .stream()
                        .map(JavaClass::reflect)
                        .flatMap(Endpoint::of)
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static String markdown(List<Endpoint> endpoints) {
        return """
                # Endpoints and who may call them

                Made from the code; a test holds it against the code. *Verification* names the act for which a verification token
                is needed besides the access token.

                | method | path | callers | level | verification |
                |---|---|---|---|---|
                """
                + endpoints.stream()
                        .map(e -> "| %s | `%s` | %s | %s | %s |\n"
                                .formatted(e.method(), e.path(), e.callers(), e.level(), e.verification())
                                .replace("|  |", "| |")
                                .replace("|  |", "| |"))
                        .collect(Collectors.joining());
    }

    private static void hold(Path file, String text) {
        try {
            if (System.getProperty(UPDATE) != null) {
                Files.writeString(file, text);
            } else if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                throw new AssertionError(
                        file + " is not what the code says; run the test with -D" + UPDATE + " and look at the change");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
