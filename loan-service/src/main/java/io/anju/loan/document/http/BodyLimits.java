package io.anju.loan.document.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Large bodies are for documents alone, which are streamed; every other body is held in memory and stays small, told its
 * length or not.
 */
@ApplicationScoped
class BodyLimits {

    private static final long SMALL_BYTES = 1 << 20;

    void register(@Observes Router router) {
        // Right after Quarkus has set its own limit, which is the documents'.
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(BodyLimits::limit);
    }

    private static void limit(RoutingContext context) {
        if (isUpload(context)) {
            context.next();
            return;
        }
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > SMALL_BYTES) {
            context.response()
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .setStatusCode(413)
                    .end();
            return;
        }
        // Counted by Quarkus while a body of unknown length arrives.
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, SMALL_BYTES);
        context.next();
    }

    private static boolean isUpload(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST)
                && context.normalizedPath().endsWith("/documents");
    }
}
