package io.anju.sandbox.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Objects;

/** How every route answers: JSON for what worked, problem+json for what did not. */
public final class Answers {
    private static final Logger LOGGER = System.getLogger(Answers.class.getName());
    private static final int BODY_BYTES_MOST = 64 * 1024;
    private static final Map<Integer, ApiProblem> BY_STATUS = Map.of(
            404, new ApiProblem(404, "NOT_FOUND", "There is nothing at this address."),
            405, new ApiProblem(405, "METHOD_NOT_ALLOWED", "This address does not take that method."),
            413, new ApiProblem(413, "BODY_TOO_LARGE", "A body here is at most 64 KiB."),
            400, new ApiProblem(400, "REQUEST_MALFORMED", "The request cannot be read."));

    private Answers() {}

    /** Gives a router its body limit and its way of answering failures. */
    public static void prepare(Router router) {
        router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MOST));
        router.route().failureHandler(Answers::failed);
        BY_STATUS.keySet().forEach(status -> router.errorHandler(status, Answers::failed));
    }

    /** Answers a value as JSON. */
    public static void json(RoutingContext context, int status, Object value) {
        write(context, status, "application/json", value);
    }

    private static void failed(RoutingContext context) {
        var response = context.response();
        if (response.ended() || response.closed() || response.headWritten()) {
            return;
        }
        var problem = problemOf(context).document();
        write(context, problem.status(), "application/problem+json", problem);
    }

    private static ApiProblem problemOf(RoutingContext context) {
        var failure = context.failure();
        if (failure instanceof ApiProblem problem) {
            return problem;
        }
        var status = failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
        var known = BY_STATUS.get(status);
        if (known != null) {
            return known;
        }
        LOGGER.log(
                Level.ERROR,
                "a route failed",
                Objects.requireNonNullElseGet(failure, () -> new IllegalStateException("status " + status)));
        return new ApiProblem(500, "UNEXPECTED", "The sandbox has a fault; its log says which.");
    }

    private static void write(RoutingContext context, int status, String type, Object value) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(Json.bytes(value)));
    }
}
