package io.anju.testkit.architecture;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Tries every door of a running service: each endpoint of its {@link EndpointTable} is called by everybody, and must let
 * in whom the table names and nobody else. So the table is proven, and not only written.
 */
public final class EndpointDoors {

    /** Cuts access tokens for the service under test. */
    @FunctionalInterface
    public interface Tokens {

        /** @param level {@code L0} to {@code L3} */
        String cut(String role, String level);
    }

    /** An answer by what matters here; {@code code} is empty where it is no problem document. */
    private record Answer(int status, String code) {

        /** Whether a check of who is calling turned the caller away. */
        boolean isTurnedAway() {
            return status == 401 && code.startsWith("TOKEN_")
                    || status == 403 && List.of("ROLE_MISSING", "LEVEL_TOO_LOW").contains(code);
        }
    }

    private static final List<String> ROLES = List.of(
            "customer",
            "loan-officer",
            "approver",
            "teller",
            "risk-officer",
            "compliance",
            "auditor",
            "admin",
            "agency",
            "service",
            "staff-enrolment",
            "recovery");

    private static final String HIGHEST = "L3";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> faults = new ArrayList<>();
    private final String name;
    private final URI root;
    private final Tokens tokens;

    private EndpointDoors(String name, URI root, Tokens tokens) {
        this.name = name;
        this.root = root;
        this.tokens = tokens;
    }

    /**
     * Fails with every door that opens to somebody else than the table says, or stays shut to somebody it names.
     *
     * @param service the service's package, such as {@code io.anju.loan}
     * @param root where it runs
     */
    public static void check(String service, URI root, Tokens tokens) {
        var name = service.substring(service.lastIndexOf('.') + 1) + "-service";
        var doors = new EndpointDoors(name, root, tokens);
        EndpointTable.endpoints(service).forEach(doors::tryDoor);
        if (!doors.faults.isEmpty()) {
            throw new AssertionError("doors that are not as the table says:\n" + String.join("\n", doors.faults));
        }
    }

    private void tryDoor(Endpoint endpoint) {
        var anonymous = call(endpoint, "");
        if (endpoint.isOpen()) {
            expect(!anonymous.isTurnedAway(), endpoint, "anonymous", anonymous);
            return;
        }
        expect(anonymous.equals(new Answer(401, "TOKEN_MISSING")), endpoint, "anonymous", anonymous);
        ROLES.forEach(role -> tryRole(endpoint, role));
    }

    private void tryRole(Endpoint endpoint, String role) {
        var answer = call(endpoint, tokens.cut(role, HIGHEST));
        if (!endpoint.names(role)) {
            expect(answer.equals(new Answer(403, "ROLE_MISSING")), endpoint, role, answer);
        } else if (endpoint.verification().isEmpty()) {
            expect(!answer.isTurnedAway() && answer.status() != 500, endpoint, role, answer);
        } else {
            expect(answer.equals(new Answer(401, "VERIFICATION_REQUIRED")), endpoint, role, answer);
        }
        if (endpoint.names(role) && endpoint.takesKey()) {
            var unkeyed = call(endpoint, tokens.cut(role, HIGHEST), "");
            expect(
                    unkeyed.equals(new Answer(400, "IDEMPOTENCY_KEY_MISSING"))
                            || !endpoint.verification().isEmpty(),
                    endpoint,
                    role + " without a key",
                    unkeyed);
        }
        if (endpoint.names(role) && !endpoint.level().isEmpty()) {
            tryLevelBelow(endpoint, role);
        }
    }

    private void tryLevelBelow(Endpoint endpoint, String role) {
        var level = "L" + (endpoint.level().charAt(1) - '1');
        var answer = call(endpoint, tokens.cut(role, level));
        expect(answer.equals(new Answer(403, "LEVEL_TOO_LOW")), endpoint, role + " at " + level, answer);
    }

    private void expect(boolean asTheTableSays, Endpoint endpoint, String caller, Answer answer) {
        if (!asTheTableSays) {
            faults.add("%s %s for %s: %d %s"
                    .formatted(endpoint.method(), endpoint.path(), caller, answer.status(), answer.code()));
        }
    }

    private Answer call(Endpoint endpoint, String token) {
        return call(endpoint, token, UUID.randomUUID().toString());
    }

    private Answer call(Endpoint endpoint, String token, String key) {
        var request = HttpRequest.newBuilder(root.resolve(fill(endpoint.path())))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", endpoint.consumes())
                .header("Idempotency-Key", key)
                // Whatever version there is: doors are about who asks, not about what they have read.
                .header("If-Match", "*")
                .method(
                        endpoint.method(),
                        endpoint.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            // Only a problem is read to its end: a stream of messages has none.
            var answer = http.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return new Answer(
                        answer.statusCode(),
                        answer.statusCode() < 400
                                ? ""
                                : JSON.readTree(body).path("code").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(endpoint.method() + " " + endpoint.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String fill(String path) {
        return path.replace("{service}", name)
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }
}
