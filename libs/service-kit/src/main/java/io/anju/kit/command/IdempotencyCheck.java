package io.anju.kit.command;

import io.anju.kit.caller.Caller;
import io.anju.kit.http.Digests;
import io.anju.kit.http.RequestBodies;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Reads the {@code Idempotency-Key} of a request to an {@link Idempotent} endpoint. */
public class IdempotencyCheck {

    /** Longer keys are refused; a UUID has 36 characters. */
    static final int KEY_LENGTH_MAX = 128;

    private final IdempotencyRequest request;
    private final Caller caller;

    IdempotencyCheck(IdempotencyRequest request, Caller caller) {
        this.request = request;
        this.caller = caller;
    }

    @ServerRequestFilter(readBody = true)
    @Idempotent
    public void read(ContainerRequestContext http) throws IOException {
        var key = http.getHeaderString("Idempotency-Key");
        if (key == null || key.isBlank()) {
            throw new ProblemException(Problem.of(400, "IDEMPOTENCY_KEY_MISSING"));
        }
        if (key.length() > KEY_LENGTH_MAX) {
            throw new ProblemException(Problem.of(400, "IDEMPOTENCY_KEY_TOO_LONG", Map.of("maximum", KEY_LENGTH_MAX)));
        }
        var body = RequestBodies.peek(http);
        var scope = caller.subject() + " " + http.getMethod() + " "
                + http.getUriInfo().getRequestUri().getPath();
        request.set(new IdempotencyRequest.Key(scope, key, Digests.sha256(body)));
    }
}
