package io.anju.testkit.pact;

import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.Response;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the service under test what its consumers ask, and looks whether they get what they expect. */
public final class PactVerification {

    /** What the provider's test brings along. */
    public interface Provider {

        /** Makes the state true; answers with the values that the requests are filled with, such as an id. */
        Map<String, Object> prepare(ProviderState state);

        /** The consumer's own token for this service; none where it asks for what anybody may have. */
        Optional<String> token(String consumer);
    }

    private final Provider provider;
    private final HttpClient http = HttpClient.newHttpClient();

    public PactVerification(Provider provider) {
        this.provider = provider;
    }

    /** Where the service falls short of a consumer's expectation, over all pacts kept with it. */
    public List<String> breaches() {
        var breaches = new ArrayList<String>();
        for (var pact : PactFiles.kept()) {
            for (var interaction : pact.getInteractions()) {
                breaches(pact, (SynchronousRequestResponse) interaction)
                        .forEach(mismatch -> breaches.add("%s: %s: %s"
                                .formatted(
                                        pact.getConsumer().getName(),
                                        interaction.getDescription(),
                                        mismatch.description())));
            }
        }
        return breaches;
    }

    private List<Mismatch> breaches(Pact pact, SynchronousRequestResponse interaction) {
        var values = new HashMap<String, Object>();
        interaction.getProviderStates().forEach(state -> values.putAll(provider.prepare(state)));
        var context = new HashMap<String, Object>(Map.of("providerState", values));
        var request = interaction.getRequest().generatedRequest(context, GeneratorTestMode.Provider);
        return ResponseMatching.responseMismatches(
                interaction.getResponse(),
                send(request, provider.token(pact.getConsumer().getName())));
    }

    private Response send(IRequest request, Optional<String> token) {
        var body = request.getBody().isPresent()
                ? BodyPublishers.ofString(request.getBody().valueAsString())
                : BodyPublishers.noBody();
        var asked = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + request.getPath() + query(request)))
                .header("Accept", "application/json")
                .method(request.getMethod(), body);
        token.ifPresent(own -> asked.header("Authorization", "Bearer " + own));
        request.getHeaders().forEach((name, values) -> values.forEach(value -> asked.setHeader(name, value)));
        try {
            var answer = http.send(asked.build(), BodyHandlers.ofByteArray());
            var type = answer.headers().firstValue("Content-Type").orElse("application/json");
            return new Response(
                    answer.statusCode(),
                    new HashMap<>(Map.of("Content-Type", List.of(type))),
                    OptionalBody.body(answer.body(), new ContentType(type)));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer to " + request.getPath(), e);
        }
    }

    private static String query(IRequest request) {
        return request.getQuery().entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), joined -> joined.isEmpty() ? "" : "?" + joined));
    }
}
