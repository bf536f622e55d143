package io.anju.kit.client;

import io.anju.kit.client.RemoteConfig.Patience;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One dependency: each call has a time limit, a bulkhead and a circuit breaker; only calls that may be repeated are.
 *
 * <p>Answers below 500 come back as they are, for the caller to read. When the other side is away, slow or at fault,
 * the call fails with {@code 503 UNAVAILABLE} and its name.
 */
public final class Remote {

    private static final Logger LOG = Logger.getLogger(Remote.class);
    private static final TypeLiteral<Uni<HttpResponse<Buffer>>> ANSWER = new TypeLiteral<>() {};
    private static final double JITTER = 0.5;

    private final String name;
    private final String url;
    private final WebClient http;
    private final ServiceTokens tokens;
    private final Patience patience;
    private final TypedGuard<Uni<HttpResponse<Buffer>>> guard;
    private final Function<HttpRequest<Buffer>, Uni<HttpRequest<Buffer>>> authorise;

    Remote(String name, String url, WebClient http, ServiceTokens tokens, Patience patience) {
        this.name = name;
        this.url = url;
        this.http = http;
        this.tokens = tokens;
        this.patience = patience;
        this.guard = guard(name, patience);
        this.authorise = name.endsWith("-service")
                ? request -> tokens.forAudience(name).map(request::bearerTokenAuthentication)
                : request -> Uni.createFrom().item(request);
    }

    private Remote(Remote one, String userToken) {
        this.name = one.name;
        this.url = one.url;
        this.http = one.http;
        this.tokens = one.tokens;
        this.patience = one.patience;
        this.guard = one.guard;
        this.authorise = request -> tokens.exchange(userToken, name).map(request::bearerTokenAuthentication);
    }

    /** The same service of ours, called on behalf of the user whose token this is. */
    public Remote actingFor(String userToken) {
        return new Remote(this, userToken);
    }

    public Uni<HttpResponse<Buffer>> get(String path) {
        return repeated(() -> send(HttpMethod.GET, path, null));
    }

    /** A call that must not be repeated by itself. */
    public Uni<HttpResponse<Buffer>> post(String path, JsonObject body) {
        return once(() -> send(HttpMethod.POST, path, body)).onFailure().transform(this::unavailable);
    }

    /** A call which carries a reference of its own, so that the other side does it once however often it is sent. */
    public Uni<HttpResponse<Buffer>> postRepeatable(String path, JsonObject body) {
        return repeated(() -> send(HttpMethod.POST, path, body));
    }

    private Uni<HttpResponse<Buffer>> once(Supplier<Uni<HttpResponse<Buffer>>> call) {
        return Uni.createFrom().deferred(() -> guard.get(call));
    }

    private Uni<HttpResponse<Buffer>> repeated(Supplier<Uni<HttpResponse<Buffer>>> call) {
        var calls = once(call);
        if (patience.retries() > 0) {
            calls = calls.onFailure(Remote::mayPass)
                    .retry()
                    .withBackOff(patience.retryDelay())
                    .withJitter(JITTER)
                    .atMost(patience.retries());
        }
        return calls.onFailure().transform(this::unavailable);
    }

    /** Whether trying again at once can help: not when it was we who did not call. */
    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof CircuitBreakerOpenException || failure instanceof BulkheadException);
    }

    private ProblemException unavailable(Throwable failure) {
        LOG.warnf("no answer from %s: %s", name, failure);
        return new ProblemException(Problem.unavailable(name));
    }

    /** One attempt; the time limit is for the token as well. */
    private Uni<HttpResponse<Buffer>> send(HttpMethod method, String path, @Nullable JsonObject body) {
        return authorise
                .apply(http.requestAbs(method, url + path))
                .flatMap(ready -> body == null ? ready.send() : ready.sendJsonObject(body))
                .ifNoItem()
                .after(patience.timeout())
                .fail()
                .invoke(answer -> {
                    if (answer.statusCode() >= 500) {
                        throw new RemoteFailure(name, answer.statusCode());
                    }
                });
    }

    private static TypedGuard<Uni<HttpResponse<Buffer>>> guard(String name, Patience patience) {
        return TypedGuard.create(ANSWER)
                .withDescription("calls to " + name)
                .withBulkhead()
                .limit(patience.concurrency())
                .queueSize(patience.concurrency())
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(patience.breakerCalls())
                .failureRatio(patience.breakerRatio())
                .delay(patience.breakerPause().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }
}
