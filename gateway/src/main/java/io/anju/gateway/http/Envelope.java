package io.anju.gateway.http;

import io.anju.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;

/** The first to see a request: gives every answer its safe headers and its request id, and lets only clean paths further in. */
@ApplicationScoped
public class Envelope {
    /** The id of a request, in the answer and towards the services: that of its trace, which stands in every log line about it. */
    public static final String REQUEST_ID = "X-Request-Id";

    /** What a page may load and do. */
    public static final String CONTENT_POLICY = "Content-Security-Policy";

    /** Headers of every answer; a service's own do not replace them, except for a content policy that is as strict. */
    public static final Map<String, String> SAFE_HEADERS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Strict-Transport-Security",
            "max-age=31536000; includeSubDomains",
            CONTENT_POLICY,
            "default-src 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private static final int BEFORE_ALL_OTHERS = 10_000;
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final Problems problems;

    Envelope(Problems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::open, BEFORE_ALL_OTHERS);
    }

    private void open(RoutingContext context) {
        var request = context.request();
        var headers = context.response().headers();
        SAFE_HEADERS.forEach(headers::set);
        headers.set(REQUEST_ID, Trace.of(context).traceId());
        var path = Paths.raw(request);
        if (!Paths.isClean(path)) {
            problems.answer(context, Problem.of(400, "MALFORMED_REQUEST"));
        } else if (!METHODS.contains(request.method())) {
            problems.answer(context, Problem.of(405, "METHOD_NOT_ALLOWED"));
        } else if (isManagement(path)) {
            problems.answer(context, Problem.notFound());
        } else {
            context.next();
        }
    }

    /** Of what an application tells of itself only its health is for everybody; metrics have a port of their own. */
    private static boolean isManagement(String path) {
        return path.equals("/q") || path.startsWith("/q/") && !path.startsWith("/q/health");
    }
}
