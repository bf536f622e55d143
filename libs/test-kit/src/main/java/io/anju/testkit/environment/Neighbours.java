package io.anju.testkit.environment;

import au.com.dius.pact.core.model.RequestResponsePact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.anju.testkit.pact.PlayedPact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * The other services, as one under test meets them over HTTP: identity's key set, token endpoint and party data, and
 * every service's inbox, which remembers what it was told.
 *
 * <p>Take it in a test with a field of this type; {@link AnjuEnvironment} fills it in.
 */
public final class Neighbours implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestTokens tokens = new TestTokens();
    private final HttpServer server;
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final EventSchemas schemas = new EventSchemas();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<Instant> deliveredBefore = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<PlayedPact> pacts = new CopyOnWriteArrayList<>();
    private volatile int inboxStatus = 204;
    private volatile String refusedSubject = "";

    Neighbours() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public TestTokens tokens() {
        return tokens;
    }

    /** Makes {@code GET path} (without query) answer this JSON from now on. */
    public void answer(String path, String json) {
        answers.put(path, json);
    }

    /** Answers from now on as the pact foresees, before anything else; ask the pact afterwards what went unasked. */
    public PlayedPact play(RequestResponsePact pact) {
        var played = new PlayedPact(pact);
        pacts.addFirst(played);
        return played;
    }

    /** Answers as before the pact was played. */
    public void stopPlaying(PlayedPact played) {
        pacts.remove(played);
    }

    /** What the inboxes answer from now on, 204 at first. */
    public void inboxAnswers(int status) {
        inboxStatus = status;
    }

    /** The inboxes answer 500 to whatever is about this subject, and to a batch that holds it. */
    public void inboxRefuses(String subject) {
        refusedSubject = subject;
    }

    /** Everything told so far of this type, as CloudEvents, in order of arrival; the same event once per telling. */
    public List<JsonNode> told(String type) {
        return told.stream().filter(e -> e.path("type").asText().equals(type)).toList();
    }

    /** What the deliveries said of when everything before had arrived ({@code Anju-Delivered-Before}), in order. */
    public List<Instant> deliveredBefore() {
        return List.copyOf(deliveredBefore);
    }

    /**
     * Waits until an event of this type about this subject has arrived, and returns its data.
     *
     * @throws AssertionError when any event told so far breaks the schema that its service publishes for it
     */
    public JsonNode awaitEvent(String type, String subject) {
        var data = Awaitility.await("event " + type + " about " + subject)
                .until(
                        () -> told(type).stream()
                                .filter(e -> e.path("subject").asText().equals(subject))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow()
                .path("data");
        if (!violations.isEmpty()) {
            throw new AssertionError("events break their schemas: " + violations);
        }
        return data;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var foreseen = pacts.stream()
                .flatMap(pact -> pact.answer(exchange, body).stream())
                .findFirst();
        if (foreseen.isPresent()) {
            send(exchange, foreseen.get().status(), foreseen.get().body());
            return;
        }
        var path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/.well-known/jwks.json" -> send(exchange, 200, tokens.keySet());
            case "/oauth2/token" -> send(exchange, 200, token(form(body)));
            case "/internal/events" -> {
                int status = refuses(body) ? 500 : inboxStatus;
                deliveredBefore.add(Instant.parse(exchange.getRequestHeaders().getFirst("Anju-Delivered-Before")));
                if (status / 100 == 2) {
                    JsonNode document = JSON.readTree(body);
                    (document.isArray() ? document : List.of(document)).forEach(this::hear);
                }
                send(exchange, status, "");
            }
            default -> {
                var known = answers.get(path);
                send(exchange, known == null ? 404 : 200, known == null ? "{}" : known);
            }
        }
    }

    private boolean refuses(String body) {
        return !refusedSubject.isEmpty() && body.contains('"' + refusedSubject + '"');
    }

    private void hear(JsonNode event) {
        violations.addAll(schemas.violations(event.path("type").asText(), event.path("data")));
        told.add(event);
    }

    private String token(Map<String, String> form) {
        var audience = form.getOrDefault("audience", "anju-api");
        return JSON.createObjectNode()
                .put("access_token", tokens.service(form.getOrDefault("client_id", "service"), audience))
                .put("token_type", "Bearer")
                .put("expires_in", 600)
                .toString();
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
