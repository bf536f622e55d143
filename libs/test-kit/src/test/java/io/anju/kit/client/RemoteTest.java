package io.anju.kit.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.anju.kit.client.RemoteConfig.Patience;
import io.anju.kit.problem.ProblemException;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a dependency is called, and how it is left alone. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class RemoteTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Inject
    Vertx vertx;

    @Inject
    ServiceTokens tokens;

    private HttpServer server;
    private volatile int status = 200;
    private volatile Duration delay = Duration.ZERO;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            java.util.concurrent.locks.LockSupport.parkNanos(delay.toNanos());
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Remote remote(Map<String, String> settings) {
        var patience = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "settings", 100))
                .addDiscoveredConverters()
                .withMapping(RemoteConfig.class)
                .build()
                .getConfigMapping(RemoteConfig.class)
                .remotes()
                .get("bureau");
        return remote(patience);
    }

    private Remote remote(Patience patience) {
        var url = "http://localhost:" + server.getAddress().getPort();
        return new Remote("bureau", url, WebClient.create(vertx), tokens, patience);
    }

    private static int status(Uni<? extends io.vertx.mutiny.ext.web.client.HttpResponse<?>> call) {
        return call.await().atMost(Duration.ofSeconds(10)).statusCode();
    }

    private static void assertUnavailable(Uni<?> call) {
        var refused = assertThrows(ProblemException.class, () -> call.await().atMost(Duration.ofSeconds(10)));
        assertEquals(503, refused.problem().status());
        assertEquals(Map.of("dependency", "bureau"), refused.problem().evidence());
    }

    @Test
    void givesAnswersBelow500AsTheyAre() {
        status = 409;

        assertEquals(409, status(remote(Map.of()).get("/reports")));
        assertEquals(1, calls.get());
    }

    @Test
    void repeatsWhatMayBeRepeatedAsOftenAsConfigured() {
        status = 500;

        assertUnavailable(remote(Map.of("anju.remotes.bureau.retries", "3", "anju.remotes.bureau.retry-delay", "1ms"))
                .get("/reports"));

        assertEquals(4, calls.get());
    }

    @Test
    void doesNotRepeatWhatMayHaveBeenDone() {
        status = 500;

        assertUnavailable(remote(Map.of()).post("/reports", new JsonObject()));

        assertEquals(1, calls.get());
    }

    @Test
    void waitsNoLongerThanConfigured() {
        delay = Duration.ofSeconds(5);
        var hasty = remote(Map.of("anju.remotes.bureau.timeout", "50ms", "anju.remotes.bureau.retries", "0"));
        var began = System.nanoTime();

        assertUnavailable(hasty.get("/reports"));

        assertTrue(System.nanoTime() - began < delay.toNanos());
    }

    @Test
    void leavesAloneWhoFailedTooOftenWhateverTheCall() {
        status = 500;
        var remote = remote(Map.of(
                "anju.remotes.bureau.breaker-calls", "4",
                "anju.remotes.bureau.retries", "0",
                "anju.remotes.bureau.breaker-pause", "1m"));
        for (int call = 0; call < 2; call++) {
            assertUnavailable(remote.get("/reports"));
            assertUnavailable(remote.post("/reports", new JsonObject()));
        }

        assertUnavailable(remote.get("/reports"));
        assertUnavailable(remote.post("/reports", new JsonObject()));

        assertEquals(4, calls.get());
    }
}
