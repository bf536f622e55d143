package io.anju.kit.openapi;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.Operation;
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
        codes.computeIfAbsent(status, s -> new TreeSet<>()).addAll(java.util.List.of(more));
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
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == place);
    }
}
