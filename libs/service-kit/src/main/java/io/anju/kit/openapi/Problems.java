package io.anju.kit.openapi;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The problems with which an endpoint answers: those of the kit by what it asks for, and the service's own. */
final class Problems {

    private final SortedMap<Integer, TreeSet<String>> codes = new TreeMap<>();

    private Problems() {}

    static SortedMap<Integer, TreeSet<String>> of(
            String endpoint, Operation operation, @Nullable Door door, Refusals refusals) {
        var problems = new Problems();
        problems.addForShape(endpoint, operation);
        if (door != null) {
            problems.addForDoor(door);
        }
        refusals.of(endpoint).forEach((status, own) -> own.forEach(code -> problems.add(status, code)));
        return problems.codes;
    }

    private void add(int status, String... more) {
        codes.computeIfAbsent(status, s -> new TreeSet<>()).addAll(List.of(more));
    }

    private void addForShape(String endpoint, Operation operation) {
        if (endpoint.contains("{")) {
            add(404, "NOT_FOUND");
        }
        if (has(operation, Parameter.In.QUERY)) {
            add(400, "INVALID_REQUEST");
            // A value that is not of the parameter's type, such as a word for a number, finds no endpoint.
            add(404, "NOT_FOUND");
        }
        if (operation.getRequestBody() != null) {
            add(400, "INVALID_REQUEST", "MALFORMED_JSON");
            add(413, "BODY_TOO_LARGE");
            add(415, "UNSUPPORTED_MEDIA_TYPE");
        }
        if (takesText(operation)) {
            add(400, "MALFORMED_REQUEST");
        }
        add(503, "UNAVAILABLE");
    }

    private void addForDoor(Door door) {
        if (!door.open()) {
            add(401, "TOKEN_MISSING", "TOKEN_INVALID", "DPOP_PROOF_INVALID");
            add(403, "ROLE_MISSING");
        }
        if (door.needsLevel()) {
            add(403, "LEVEL_TOO_LOW");
        }
        if (door.needsVerification()) {
            add(401, "VERIFICATION_REQUIRED");
            add(403, "VERIFICATION_MISMATCH", "VERIFICATION_USED");
        }
        if (door.idempotent()) {
            add(400, "IDEMPOTENCY_KEY_MISSING", "IDEMPOTENCY_KEY_TOO_LONG");
            add(409, "IDEMPOTENCY_IN_FLIGHT");
            add(422, "IDEMPOTENCY_KEY_REUSED");
        }
        if (door.heedsIfMatch()) {
            add(412, "STALE_VERSION");
        }
        if (door.needsIfMatch()) {
            add(428, "IF_MATCH_MISSING");
        }
    }

    private static boolean has(Operation operation, Parameter.In place) {
        return parameters(operation).anyMatch(parameter -> parameter.getIn() == place);
    }

    /** Any text may hold what no database keeps; a header's may not, the server refuses it as a header. */
    private static boolean takesText(Operation operation) {
        return operation.getRequestBody() != null
                || parameters(operation)
                        .filter(parameter -> parameter.getIn() != Parameter.In.HEADER)
                        .map(Parameter::getSchema)
                        .anyMatch(Problems::isFreeText);
    }

    /** A type of its own, such as UUID, and a list of words stand apart, by reference. */
    private static boolean isFreeText(@Nullable Schema schema) {
        return schema != null
                && schema.getType() != null
                && schema.getType().contains(SchemaType.STRING)
                && schema.getFormat() == null;
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Stream.ofNullable(operation.getParameters()).flatMap(List::stream);
    }
}
