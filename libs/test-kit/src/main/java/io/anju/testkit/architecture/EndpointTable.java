package io.anju.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.anju.testkit.KeptFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The table of endpoint and role that each service keeps beside its code in {@code endpoints.md}, made from the code and
 * held against it: a door that opens to others than before shows in review.
 */
public final class EndpointTable {

    private EndpointTable() {}

    /**
     * Fails when an endpoint does not say who may call it or a {@code POST} what happens when it is sent twice, or when the table differs from the code; with {@code
     * -Danju.update} it writes the table instead.
     *
     * @param service the service's package, such as {@code io.anju.loan}
     */
    public static void check(String service) {
        var endpoints = endpoints(service);
        refuseAny(endpoints, endpoint -> endpoint.callers().equals(Endpoint.UNSAID), "who may call them");
        refuseAny(endpoints, Endpoint::isUnsaidOnRepeat, "what happens when they are sent twice");
        KeptFile.hold(Path.of("endpoints.md"), markdown(endpoints));
    }

    private static void refuseAny(List<Endpoint> endpoints, Predicate<Endpoint> isUnsaid, String what) {
        var unsaid = endpoints.stream().filter(isUnsaid).toList();
        if (!unsaid.isEmpty()) {
            throw new AssertionError("these endpoints do not say " + what + ": " + unsaid);
        }
    }

    static List<Endpoint> endpoints(String service) {
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
                is needed besides the access token. *Repeat* says what holds when a request is sent twice: with `key` it takes an
                `Idempotency-Key`, `safe` means that the second time does no harm.

                | method | path | callers | level | verification | repeat |
                |---|---|---|---|---|---|
                """
                + endpoints.stream()
                        .map(e -> "| %s | `%s` | %s | %s | %s | %s |\n"
                                .formatted(e.method(), e.path(), e.callers(), e.level(), e.verification(), e.repeat())
                                .replace("|  |", "| |")
                                .replace("|  |", "| |"))
                        // One endpoint may take its body in two forms.
                        .distinct()
                        .collect(Collectors.joining());
    }
}
