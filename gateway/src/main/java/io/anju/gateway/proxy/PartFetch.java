package io.anju.gateway.proxy;

import io.anju.gateway.http.Trace;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.List;

/** Fetches a small document from a service for an answer that the gateway composes itself, under the same guards as any other request. */
@ApplicationScoped
public class PartFetch {
    private static final TypeLiteral<Uni<Part>> PART = new TypeLiteral<>() {};
    private static final List<String> PASSED =
            List.of("Authorization", HeaderRules.PROOF, "Accept-Language", "tracestate");

    /** A service's answer. */
    public record Part(int status, Buffer body) {}

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final HeaderRules headerRules;

    PartFetch(Vertx vertx, Upstreams upstreams, HeaderRules headerRules) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.headerRules = headerRules;
    }

    /** Asks in the caller's name. Fails when the service is away, late, or says more than {@code bytesMax}. */
    public Uni<Part> get(RoutingContext context, String service, String uri, Duration time, long bytesMax) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        PASSED.stream()
                .filter(context.request().headers()::contains)
                .forEach(name -> headers.set(name, context.request().getHeader(name)));
        headers.set(Trace.HEADER, Trace.of(context).traceparent());
        headerRules.addOurs(context, headers);
        // A proof of possession names the address that the caller asked, not the ones that are asked for it.
        headers.set("X-Forwarded-Uri", context.request().uri());
        return get(service, uri, headers, time, bytesMax);
    }

    /** Asks in nobody's name. */
    public Uni<Part> get(String service, String uri, Duration time, long bytesMax) {
        return get(service, uri, MultiMap.caseInsensitiveMultiMap(), time, bytesMax);
    }

    private Uni<Part> get(String service, String uri, MultiMap headers, Duration time, long bytesMax) {
        var upstream = upstreams.get(service);
        headers.set("Accept", "application/json");
        return upstream.guarded(
                () -> Uni.createFrom()
                        .completionStage(() -> upstream.request(HttpMethod.GET, uri)
                                .compose(request -> send(request, headers, time, bytesMax))
                                .toCompletionStage()),
                PART);
    }

    private Future<Part> send(HttpClientRequest request, MultiMap headers, Duration time, long bytesMax) {
        var timer = vertx.setTimer(time.toMillis(), late -> request.reset());
        request.headers().addAll(headers);
        return request.send()
                .compose(answer -> whole(answer, bytesMax).map(body -> new Part(answer.statusCode(), body)))
                .onComplete(done -> vertx.cancelTimer(timer));
    }

    private static Future<Buffer> whole(HttpClientResponse answer, long bytesMax) {
        Promise<Buffer> promise = Promise.promise();
        var body = Buffer.buffer();
        answer.handler(chunk -> {
            if (body.length() + chunk.length() <= bytesMax) {
                body.appendBuffer(chunk);
            } else if (promise.tryFail(new StreamResetException(0))) {
                answer.request().reset();
            }
        });
        answer.exceptionHandler(promise::tryFail);
        answer.endHandler(end -> promise.tryComplete(body));
        return promise.future();
    }
}
