package io.anju.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service's callback address: keeps what arrives and can refuse the first few. */
final class Receiver implements AutoCloseable {
    record Arrival(String signature, String body) {
        JsonNode json() {
            return Caller.tree(body);
        }
    }

    private final HttpServer server;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final AtomicInteger toRefuse = new AtomicInteger();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            arrivals.add(new Arrival(exchange.getRequestHeaders().getFirst("X-Signature"), body));
            exchange.sendResponseHeaders(toRefuse.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? 503 : 204, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/callbacks";
    }

    void refuse(int next) {
        toRefuse.set(next);
    }

    Arrival next() throws InterruptedException {
        var arrival = arrivals.poll(8, TimeUnit.SECONDS);
        if (arrival == null) {
            throw new AssertionError("no callback arrived");
        }
        return arrival;
    }

    /** True if nothing arrives for that long. */
    boolean quietFor(Duration wait) throws InterruptedException {
        return arrivals.poll(wait.toMillis(), TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
