package io.anju.kit;

import static org.hamcrest.Matchers.greaterThan;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector.MatchesType;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Where traces are wanted they are exported, by settings of the run. */
@QuarkusTest
@WithTestResource(TracingTest.Collector.class)
class TracingTest extends KitTestBase {

    AtomicInteger exports;

    @Test
    void sendsTracesToTheCollector() {
        RestAssured.get("/api/v1/doors/open").then().statusCode(200);

        Awaitility.await().untilAtomic(exports, greaterThan(0));
    }

    /** A collector that gets all traces, by settings none of which is fixed at build time. */
    public static class Collector implements QuarkusTestResourceLifecycleManager {

        private final AtomicInteger exports = new AtomicInteger();
        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/v1/traces", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exports.incrementAndGet();
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return Map.of(
                    "quarkus.otel.traces.sampler.arg", "1",
                    "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                    "quarkus.otel.exporter.otlp.endpoint",
                            "http://localhost:" + server.getAddress().getPort(),
                    "quarkus.otel.bsp.schedule.delay", "100ms");
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(exports, new MatchesType(AtomicInteger.class));
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }
}
