package io.anju.gateway.proxy;

import io.anju.gateway.GatewayConfig;
import io.anju.gateway.http.Addresses;
import io.anju.gateway.http.Problems;
import io.anju.gateway.routing.Route;
import io.anju.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Passes a request on to its service and the answer back, as streams: of neither more than a small body is ever held whole. */
@ApplicationScoped
public class Proxy {
    private static final Logger LOG = Logger.getLogger(Proxy.class);
    private static final TypeLiteral<Uni<ProxyResponse>> ANSWER = new TypeLiteral<>() {};
    private static final Set<HttpMethod> BODY_EXPECTED =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int HTTP_2_CANCEL = 8;
    /** Up to so many bytes a body comes in whole before anything is asked of its service. */
    private static final int HELD_BYTES_MOST = 64 * 1024;

    private static final String RETRY_SECONDS = "5";

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final Arrivals arrivals;
    private final HeaderRules headerRules;
    private final Problems problems;
    private final HostAndPort publicHost;

    Proxy(
            Vertx vertx,
            Upstreams upstreams,
            Arrivals arrivals,
            HeaderRules headerRules,
            Problems problems,
            GatewayConfig config) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.arrivals = arrivals;
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
        var deadline =
                new Deadline(vertx, route.limits().bodyTime(), route.limits().deadline());
        if (!hasBody(request)) {
            request.resume();
            deadline.sent();
            passOn(context, route, deadline, null, () -> false);
        } else if (isHeld(request)) {
            hold(context, deadline, body -> passOn(context, route, deadline, Body.body(body), () -> false));
        } else {
            stream(context, route, deadline);
        }
    }

    /** A small body holds no place at its service while it arrives, however long its caller takes. */
    private void hold(RoutingContext context, Deadline deadline, Consumer<Buffer> next) {
        deadline.onExpiry(() -> problems.answer(context, Problem.of(408, "BODY_TOO_SLOW")));
        var request = context.request();
        var unused = request.body().onFailure(gone -> deadline.end()).onSuccess(body -> {
            if (!deadline.callerSlow()) {
                deadline.onExpiry(() -> {});
                deadline.sent();
                next.accept(body);
            }
        });
        request.resume();
    }

    /** A large one is passed on as it comes; of those one network may be sending a few. */
    private void stream(RoutingContext context, Route route, Deadline deadline) {
        var request = context.request();
        var place = arrivals.take(Addresses.network(request), route.limits());
        if (place.isEmpty()) {
            deadline.end();
            problems.answer(context, Problem.of(429, "TOO_MANY_BODIES").withHeader("Retry-After", RETRY_SECONDS));
            return;
        }
        var arrived = place.get();
        context.addEndHandler(end -> arrived.run());
        var body = new MeteredBody(request, route.limits().bodyBytesMax(), () -> {
            arrived.run();
            deadline.sent();
        });
        markUnframed(request);
        passOn(context, route, deadline, Body.body(body, declaredLength(request)), body::tooLarge);
    }

    private void passOn(
            RoutingContext context, Route route, Deadline deadline, @Nullable Body body, BooleanSupplier tooLarge) {
        var upstream = upstreams.get(route.service());
        var inbound = ProxyRequest.reverseProxy(context.request());
        headerRules.towardsService(context, inbound.headers());
        inbound.setBody(body);
        var unused = upstream.guarded(() -> ask(context, upstream, inbound, tooLarge, deadline), ANSWER)
                .subscribe()
                .with(answer -> passBack(context, route, answer), failure -> {
                    deadline.end();
                    refuse(context, route, upstream, tooLarge, deadline, failure);
                });
    }

    private Uni<ProxyResponse> ask(
            RoutingContext context,
            Upstream upstream,
            ProxyRequest inbound,
            BooleanSupplier tooLarge,
            Deadline deadline) {
        Supplier<Future<ProxyResponse>> once = () -> upstream.request(inbound.getMethod(), inbound.getURI())
                .compose(outbound -> send(context, inbound, outbound, deadline));
        return Uni.createFrom()
                .completionStage(() -> once.get()
                        .recover(failure ->
                                mayRepeat(context, deadline, failure) ? once.get() : Future.failedFuture(failure))
                        .onComplete(answered -> deadline.end())
                        .recover(failure -> Future.failedFuture(blame(context, tooLarge, deadline, failure)))
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

    private static boolean isHeld(HttpServerRequest request) {
        var length = declaredLength(request);
        return length >= 0 && length <= HELD_BYTES_MOST;
    }

    /** A failure that the caller brought about must not open the service's breaker. */
    private static Throwable blame(
            RoutingContext context, BooleanSupplier tooLarge, Deadline deadline, Throwable failure) {
        return tooLarge.getAsBoolean()
                        || deadline.callerSlow()
                        || context.response().closed()
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
            BooleanSupplier tooLarge,
            Deadline deadline,
            Throwable failure) {
        if (tooLarge.getAsBoolean()) {
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
