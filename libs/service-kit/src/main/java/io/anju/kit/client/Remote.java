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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One dependency: each call has a time limit, a bulkhead and a circuit breaker; only calls that may be repeated are.
 *
 * <p>Answers below 500 come back as they are, for the caller to read. When the other side is away, slow or at fault,
 * the call fails with {@code 503 UNAVAILABLE} and its name.
 */
public final class Remote {

    private static final TypeLiteral<Uni<HttpResponse<Buffer>>> ANSWER = new TypeLiteral<>() {};

    private final String name;
    private final String url;
    private final WebClient http;
    private final ServiceTokens tokens;
    private final Patience patience;
    private final TypedGuard<Uni<HttpResponse<Buffer>>> once;
    private final TypedGuard<Uni<HttpResponse<Buffer>>> repeated;

    Remote(String name, String url, WebClient http, ServiceTokens tokens, Patience patience) {
        this.name = name;
        this.url = url;
        this.http = http;
        this.tokens = tokens;
        this.patience = patience;
        this.once = guard(0);
        this.repeated = guard(patience.retries());
    }

    public Uni<HttpResponse<Buffer>> get(String path) {
        return guarded(repeated, () -> send(HttpMethod.GET, path, null));
    }

    /** A call that must not be repeated by itself. */
    public Uni<HttpResponse<Buffer>> post(String path, JsonObject body) {
        return guarded(once, () -> send(HttpMethod.POST, path, body));
    }

    /** A call which carries a reference of its own, so that the other side does it once however often it is sent. */
    public Uni<HttpResponse<Buffer>> postRepeatable(String path, JsonObject body) {
        return guarded(repeated, () -> send(HttpMethod.POST, path, body));
    }

    private Uni<HttpResponse<Buffer>> guarded(
            TypedGuard<Uni<HttpResponse<Buffer>>> guard, Supplier<Uni<HttpResponse<Buffer>>> call) {
        return guard.get(call).onFailure().transform(failure -> new ProblemException(Problem.unavailable(name)));
    }

    private Uni<HttpResponse<Buffer>> send(HttpMethod method, String path, @Nullable JsonObject body) {
        var request =
                http.requestAbs(method, url + path).timeout(patience.timeout().toMillis());
        return authorised(request)
                .flatMap(ready -> body == null ? ready.send() : ready.sendJsonObject(body))
                .invoke(answer -> {
                    if (answer.statusCode() >= 500) {
                        throw new RemoteFailure(name, answer.statusCode());
                    }
                });
    }

    private Uni<HttpRequest<Buffer>> authorised(HttpRequest<Buffer> request) {
        return name.endsWith("-service")
                ? tokens.forAudience(name).map(request::bearerTokenAuthentication)
                : Uni.createFrom().item(request);
    }

    private TypedGuard<Uni<HttpResponse<Buffer>>> guard(int retries) {
        var guard = TypedGuard.create(ANSWER)
                .withDescription("calls to " + name)
                .withBulkhead()
                .limit(patience.concurrency())
                .queueSize(patience.concurrency())
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(20)
                .failureRatio(0.5)
                .delay(patience.breakerPause().toMillis(), ChronoUnit.MILLIS)
                .done();
        return retries == 0
                ? guard.build()
                : guard.withRetry()
                        .maxRetries(retries)
                        .delay(100, ChronoUnit.MILLIS)
                        .jitter(50, ChronoUnit.MILLIS)
                        .withExponentialBackoff()
                        .done()
                        .done()
                        .build();
    }
}
