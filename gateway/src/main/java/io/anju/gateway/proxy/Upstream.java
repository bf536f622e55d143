package io.anju.gateway.proxy;

import io.anju.gateway.GatewayConfig;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.util.TypeLiteral;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/** One service: its connections, a bulkhead so that it cannot hold up the others, and a circuit breaker that leaves it alone
 * while it gives no answers. An answer of 503 is an answer: the service is there and looks after itself. */
final class Upstream {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int IDLE_SECONDS = 120;
    private static final int KEEP_ALIVE_SECONDS = 20;

    private final String name;
    private final URI url;
    private final HttpClient client;
    private final Guard guard;

    Upstream(String name, Vertx vertx, GatewayConfig.Service settings) {
        this.name = name;
        this.url = settings.url();
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setIdleTimeout(IDLE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setTcpNoDelay(true)
                        .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(settings.connections()).setMaxWaitQueueSize(settings.concurrency()));
        this.guard = Guard.create()
                .withDescription(name)
                .withBulkhead()
                .limit(settings.concurrency())
                .queueSize(1)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(settings.breakerWindow())
                .failureRatio(0.5)
                .delay(settings.breakerPause().toMillis(), ChronoUnit.MILLIS)
                .skipOn(List.of(CallersFault.class, BulkheadException.class))
                .done()
                .build();
    }

    /** Its name in problems, such as {@code loan-service}. */
    String serviceName() {
        return name + "-service";
    }

    /** Runs a call inside the bulkhead and under the breaker. */
    <T> Uni<T> guarded(Supplier<Uni<T>> call, TypeLiteral<Uni<T>> type) {
        return guard.get(call, type);
    }

    /** A request to it, not yet sent. */
    Future<HttpClientRequest> request(HttpMethod method, String uri) {
        var tls = "https".equals(url.getScheme());
        var port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
        return client.request(new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(port, url.getHost()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(uri));
    }
}
