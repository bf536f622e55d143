package io.anju.testkit.pact;

import au.com.dius.pact.core.matchers.RequestMatching;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.RequestResponsePact;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A pact as the consumer meets it: each request that it foresees gets the answer that it foresees. */
public final class PlayedPact {

    /** What goes back over the wire. */
    public record Answer(int status, String body) {}

    private final RequestResponsePact pact;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    public PlayedPact(RequestResponsePact pact) {
        this.pact = pact;
    }

    /** The answer to this request, empty when the pact does not foresee it. */
    public Optional<Answer> answer(HttpExchange exchange, String body) {
        var request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                // The matchers ask maps for null, which immutable ones answer with an exception.
                new HashMap<>(exchange.getRequestHeaders()),
                OptionalBody.body(body));
        return pact.getInteractions().stream()
                .map(SynchronousRequestResponse.class::cast)
                .filter(foreseen -> RequestMatching.requestMismatches(foreseen.getRequest(), request)
                        .matchedOk())
                .findFirst()
                .map(this::answer);
    }

    /** What the pact foresees and nobody asked for: the consumer does not need it. */
    public List<String> unasked() {
        return pact.getInteractions().stream()
                .map(Interaction::getDescription)
                .filter(description -> !asked.contains(description))
                .toList();
    }

    private Answer answer(SynchronousRequestResponse foreseen) {
        asked.add(foreseen.getDescription());
        var response = foreseen.getResponse();
        return new Answer(response.getStatus(), response.getBody().valueAsString());
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        return raw == null
                ? new HashMap<>()
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.groupingBy(
                                pair -> pair[0],
                                Collectors.mapping(
                                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                        Collectors.toList())));
    }
}
