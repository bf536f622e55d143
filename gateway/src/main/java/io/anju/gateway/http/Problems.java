package io.anju.gateway.http;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemDocuments;
import io.anju.kit.problem.ProblemTexts;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers with a problem document; what is left of the request's body is not read. */
@ApplicationScoped
public class Problems {
    private static final long LINGER_MILLIS = 1_000;
    /** Below 100,000 bytes. */
    private static final int SMALL_LENGTH_DIGITS = 6;

    private final Vertx vertx;
    private final ProblemDocuments documents;
    private final ProblemTexts texts;

    Problems(Vertx vertx, ProblemDocuments documents, ProblemTexts texts) {
        this.vertx = vertx;
        this.documents = documents;
        this.texts = texts;
    }

    /** Answers, or breaks the connection when an answer has already begun. */
    public void answer(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        var languages = Languages.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var document = documents.document(problem, languages);
        document.put("traceId", Trace.of(context).traceId());
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocuments.MEDIA_TYPE)
                .putHeader(
                        HttpHeaders.CONTENT_LANGUAGE,
                        texts.languageFor(languages).toLanguageTag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        leaveBody(context.request());
        var unused = response.end(document.toString());
    }

    /** A small body still on its way is thrown away; after a moment for reading the answer, the connection that brings a large one is closed. */
    private void leaveBody(HttpServerRequest request) {
        request.resume();
        if (request.version() == HttpVersion.HTTP_2 || !mayBeLarge(request)) {
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        vertx.setTimer(LINGER_MILLIS, timer -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }

    private static boolean mayBeLarge(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (length != null && length.length() >= SMALL_LENGTH_DIGITS);
    }
}
