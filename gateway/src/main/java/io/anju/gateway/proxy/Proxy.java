package io.anju.gateway.proxy;

import io.anju.gateway.GatewayConfig;
import io.anju.gateway.http.Problems;
import io.anju.gateway.routing.Route;
import io.anju.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Passes a request on to its service and the answer back, as streams: neither is ever held whole. */
@ApplicationScoped
public class Proxy {
    private static final Logger LOG = Logger.getLogger(Proxy.class);
    private static final TypeLiteral<Uni<ProxyResponse>> ANSWER = new TypeLiteral<>() {};
    private static final Set<HttpMethod> BODY_EXPECTED =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int HTTP_2_CANCEL = 8;

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final HeaderRules headerRules;
    private final Problems problems;
    private final HostAndPort publicHost;

    Proxy(Vertx vertx, Upstreams upstreams, HeaderRules headerRules, Problems problems, GatewayConfig config) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.headerRules = headerRules;
        this.problems = problems;
        var url = config.publicUrl();
        this.publicHost = HostAndPort.create(url.getHost(), url.getPort());
    }

    /** Passes it on. */
    public void pass(RoutingContext context, Route route) {
        var request = context.request();
        if (declaredLength(request) > route.limits().bodyBytesMax()) {
            problems.answer(context, tooLarge(route));
            return;
        }
        var upstream = upstreams.get(route.service());
        var deadline =
                new Deadline(vertx, route.limits().bodyTime(), route.limits().deadline());
        var body = new MeteredBody(request, route.limits().bodyBytesMax(), deadline::sent);
        var inbound = ProxyRequest.reverseProxy(request);
        headerRules.towardsService(context, inbound.headers());
        if (hasBody(request)) {
            inbound.setBody(Body.body(body, declaredLength(request)));
            markUnframed(request);
        } else {
            inbound.setBody(null);
            request.resume();
            deadline.sent();
        }
        var unused = upstream.guarded(() -> ask(context, upstream, inbound, body, deadline), ANSWER)
                .subscribe()
                .with(answer -> passBack(context, route, answer), failure -> {
                    deadline.end();
                    refuse(context, route, upstream, body, deadline, failure);
                });
    }

    private Uni<ProxyResponse> ask(
            RoutingContext context, Upstream upstream, ProxyRequest inbound, MeteredBody body, Deadline deadline) {
        Supplier<Future<ProxyResponse>> once = () -> upstream.request(inbound.getMethod(), inbound.getURI())
                .compose(outbound -> send(context, inbound, outbound, deadline));
        return Uni.createFrom()
                .completionStage(() -> once.get()
                        .recover(failure ->
                                mayRepeat(context, deadline, failure) ? once.get() : Future.failedFuture(failure))
                        .onComplete(answered -> deadline.end())
                        .recover(failure -> Future.failedFuture(blame(context, body, deadline, failure)))
                        .toCompletionStage());
    }

    private Future<ProxyResponse> send(
            RoutingContext context, ProxyRequest inbound, HttpClientRequest outbound, Deadline deadline) {
        outbound.authority(publicHost)
                .exceptionHandler(failure -> LOG.debugf("request broken off: %s", failure.toString()));
        deadline.onExpiry(() -> outbound.reset(HTTP_2_CANCEL));
        context.addEndHandler(end -> {
            if (end.failed()) {
                outbound.reset(HTTP_2_CANCEL);
            }
        });
        return inbound.send(outbound);
    }

    /** A kept connection may turn out to be closed, by a restart for one: what only reads is then asked for once more. */
    private static boolean mayRepeat(RoutingContext context, Deadline deadline, Throwable failure) {
        return failure instanceof HttpClosedException
                && READING.contains(context.request().method())
                && !hasBody(context.request())
                && !deadline.serviceLate()
                && !context.response().closed();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || declaredLength(request) > 0
                || (request.version() == HttpVersion.HTTP_2 && BODY_EXPECTED.contains(request.method()));
    }

    /** A failure that the caller brought about must not open the service's breaker. */
    private static Throwable blame(RoutingContext context, MeteredBody body, Deadline deadline, Throwable failure) {
        return body.tooLarge() || deadline.callerSlow() || context.response().closed()
                ? new CallersFault(failure)
                : failure;
    }

    private void passBack(RoutingContext context, Route route, ProxyResponse answer) {
        headerRules.towardsCaller(context, answer.headers(), route.open());
        answer.send()
                .onFailure(failure ->
                        LOG.debugf("answer broken off: %s", failure.getClass().getSimpleName()));
    }

    private void refuse(
            RoutingContext context,
            Route route,
            Upstream upstream,
            MeteredBody body,
            Deadline deadline,
            Throwable failure) {
        if (body.tooLarge()) {
            problems.answer(context, tooLarge(route));
            return;
        }
        if (deadline.callerSlow()) {
            problems.answer(context, Problem.of(408, "BODY_TOO_SLOW"));
            return;
        }
        if (!(failure instanceof CallersFault) && !(failure instanceof StreamResetException)) {
            LOG.debugf("%s gave no answer: %s", upstream.serviceName(), failure.toString());
        }
        problems.answer(context, Failures.problem(upstream.serviceName(), failure, deadline.serviceLate()));
    }

    private static Problem tooLarge(Route route) {
        return Problem.of(
                413,
                "BODY_TOO_LARGE",
                java.util.Map.of("maximumBytes", route.limits().bodyBytesMax()));
    }

    /** An HTTP/2 body without a length becomes a chunked one on the HTTP/1.1 connection behind; the proxy looks for this header to know. */
    private static void markUnframed(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2
                && BODY_EXPECTED.contains(request.method())
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            request.headers().set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
        }
    }

    /** The length in {@code Content-Length}; -1 without one. */
    private static long declaredLength(HttpServerRequest request) {
        var written = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (written == null || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return -1;
        }
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
