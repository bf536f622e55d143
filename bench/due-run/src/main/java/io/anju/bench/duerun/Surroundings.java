package io.anju.bench.duerun;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.anju.kit.crypto.Keysets;
import io.anju.sandbox.Sandbox;
import io.anju.sandbox.SandboxConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a replica needs around it: the rail and the business date from the sandbox, and neighbours that nod. */
final class Surroundings implements AutoCloseable {

    private static final String SECRET = "callbacks-of-a-benchmark";
    private static final int TRANSACTIONS_MOST = 50_000_000;
    private static final String TOKEN = "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

    private final Path folder;
    private final Sandbox sandbox;
    private final HttpServer neighbours;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpClient http = HttpClient.newHttpClient();

    Surroundings(Path folder) throws IOException {
        this.folder = folder;
        byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
        sandbox =
                Sandbox.start(new SandboxConfig("127.0.0.1", 0, null, secret, secret, secret, 100, TRANSACTIONS_MOST));
        neighbours = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbours.setExecutor(threads);
        neighbours.createContext("/", Surroundings::nod);
        neighbours.start();
    }

    private static void nod(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String answer = switch (exchange.getRequestURI().getPath()) {
                case "/oauth2/token" -> TOKEN;
                case "/.well-known/jwks.json" -> "{\"keys\":[]}";
                default -> "";
            };
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.isEmpty() ? 204 : 200, answer.isEmpty() ? -1 : answer.length());
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    void today(String date) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/business-date"))
                .PUT(HttpRequest.BodyPublishers.ofString("{\"date\":\"%s\",\"backwards\":true}".formatted(date)))
                .build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    boolean isReady(int port) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    Map<String, String> settings(int databasePort, String database) throws IOException {
        String url = "postgresql://localhost:%d/%s".formatted(databasePort, database);
        String nodding = "http://localhost:" + neighbours.getAddress().getPort();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.datasource.username", Database.RUNTIME);
        settings.put("quarkus.datasource.password", Database.RUNTIME);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:" + url);
        settings.put("quarkus.datasource.reactive.url", url);
        settings.put("quarkus.flyway.migrate-at-start", "false");
        settings.put("quarkus.log.console.json.enabled", "false");
        settings.put("anju.environment", "development");
        settings.put("anju.keys.development", "true");
        settings.put("anju.rail.url", sandbox.url().toString());
        settings.put("anju.card-network.url", sandbox.url().toString());
        settings.put("anju.clock.url", sandbox.url() + "/business-date");
        List.of("identity", "loan", "contract", "repayment", "care")
                .forEach(name -> settings.put("anju." + name + ".url", nodding));
        settings.put("anju.crypto.keyset-file", write("keysets.json", Keysets.generate("a benchmark")));
        settings.put("anju.service.key-file", write("service.pem", newKey()));
        settings.put("anju.rail.callback-secret-file", write("callback-secret", SECRET));
        return settings;
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        neighbours.stop(0);
        threads.shutdown();
        sandbox.close();
    }
}
