package io.anju.gateway;

import io.anju.testkit.environment.TestFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The five services, played: each tells what it was asked, and the path's last segment can ask for more. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    private static final List<String> NAMES = List.of("identity", "loan", "contract", "repayment", "care");

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger openStreams = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private EllipticCurveJsonWebKey key;
    private Optional<TestFolder> profile = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
        key.setKeyId("test-key");
        var settings = new TreeMap<String, String>();
        settings.put("test.key", key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        NAMES.forEach(name -> settings.put("anju." + name + ".url", "http://localhost:" + serve(name)));
        settings.put("anju.gateway.services.contract.breaker-window", "4");
        settings.put("anju.gateway.services.contract.breaker-pause", "300ms");
        settings.put("anju.gateway.services.loan.concurrency", "8");
        settings.put("anju.gateway.classes.upload.bodies-arriving", "3");
        settings.put("anju.gateway.classes.check.per-minute", "1");
        settings.put("anju.gateway.classes.check.burst", "3");
        settings.put("anju.gateway.classes.work.deadline", "300ms");
        settings.put("anju.gateway.classes.upload.deadline", "700ms");
        settings.put("anju.gateway.classes.document.body-time", "300ms");
        settings.put("anju.gateway.home.deadline", "500ms");
        return settings;
    }

    private int serve(String name) {
        var server = vertx.createHttpServer().requestHandler(request -> answer(name, request));
        return server.listen(0).toCompletionStage().toCompletableFuture().join().actualPort();
    }

    private void answer(String name, HttpServerRequest request) {
        asked.incrementAndGet();
        var path = request.path();
        Handler<Void> then = switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "jwks.json" -> end -> request.response().end(new JsonWebKeySet(key).toJson());
            case "asked" -> end -> request.response().end(asked.decrementAndGet() + " " + openStreams.get());
            case "away" -> end -> request.response().setStatusCode(503).end("away");
            case "break" -> end -> request.connection().close();
            case "slow" -> end -> vertx.setTimer(1_500, t -> say(name, request, 0));
            case "large" -> end -> write(request.response().setChunked(true), 512);
            case "stream" -> end -> events(request.response());
            case "nothing" -> end -> request.response().setStatusCode(204).end();
            case "unchanged" ->
                end -> request.response()
                        .setStatusCode(304)
                        .putHeader("ETag", "\"v1\"")
                        .end();
            case "openapi" -> end -> request.response().end(api(name));
            default -> null;
        };
        if (then != null) {
            request.endHandler(then);
            return;
        }
        var bytes = new AtomicInteger();
        request.handler(chunk -> bytes.addAndGet(chunk.length()));
        request.endHandler(end -> say(name, request, bytes.get()));
    }

    private static void say(String name, HttpServerRequest request, int bytes) {
        var headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
        var told = new JsonObject()
                .put("service", name)
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("bytes", bytes)
                .put("headers", headers);
        request.response()
                .putHeader("Content-Security-Policy", request.params().getAll("policy"))
                .putHeader("Content-Type", "application/json")
                .putHeader("Server", "secret/1.0")
                .putHeader("Connection", "X-Hop")
                .putHeader("X-Hop", "1")
                .putHeader("X-Frame-Options", "ALLOWALL")
                .putHeader("ETag", "\"v1\"")
                .end(told.encode());
    }

    /** So many mebibytes, as fast as they are read. */
    private static void write(HttpServerResponse response, int rest) {
        if (rest == 0) {
            response.end();
        } else {
            response.write(Buffer.buffer(new byte[1 << 20])).onSuccess(done -> write(response, rest - 1));
        }
    }

    /** One event, and then nothing for as long as somebody listens. */
    private void events(HttpServerResponse response) {
        openStreams.incrementAndGet();
        response.closeHandler(closed -> openStreams.decrementAndGet());
        response.putHeader("Content-Type", "text/event-stream").setChunked(true).write("data: one\n\n");
    }

    private static String api(String name) {
        return switch (name) {
            case "loan" -> """
                {"openapi":"3.1.0","info":{"title":"loan","version":"1"},
                 "paths":{"/api/v1/products":{"get":{"summary":"All products","security":[{"accessToken":["customer"]}],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Item"}}}}}}},
                          "/internal/events":{"post":{"responses":{}}}},
                 "components":{"schemas":{"Item":{"type":"object","properties":{"next":{"$ref":"#/components/schemas/Item"}}}}}}
                """;
            case "care" -> """
                {"openapi":"3.1.0","paths":{"/api/v1/help/answers":{"get":{"summary":"Ask <anything>","responses":{}}}},"components":{"schemas":{"Item":{"type":"string"}}}}
                """;
            default -> "not here";
        };
    }

    @Override
    public void inject(TestInjector injector) {
        profile = TestFolder.ofProfile();
    }

    @Override
    public void stop() {
        profile.ifPresent(TestFolder::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
