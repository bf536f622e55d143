package io.anju.gateway.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anju.gateway.GatewayConfig;
import io.anju.gateway.proxy.PartFetch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * {@code GET /api/v1/app-home}: what the first screen needs, asked of five services at once in the caller's name. A part that cannot be had is {@code null} and
 * named under {@code missing}; the screen is never an error as a whole.
 */
@ApplicationScoped
public class AppHome {
    /** Its address. */
    public static final String PATH = "/api/v1/app-home";

    private static final Logger LOG = Logger.getLogger(AppHome.class);

    private record Found(String name, JsonNode content, String missing) {}

    private final GatewayConfig.Home config;
    private final PartFetch fetch;
    private final ObjectMapper json;

    AppHome(GatewayConfig config, PartFetch fetch, ObjectMapper json) {
        this.config = config.home();
        this.fetch = fetch;
        this.json = json;
    }

    /** Answers a request that was let in. */
    public void show(RoutingContext context) {
        var unused = Multi.createFrom()
                .iterable(config.parts().entrySet())
                .onItem()
                .transformToUni(part -> part(context, part))
                .merge(Math.max(1, config.parts().size()))
                .collect()
                .asList()
                .map(this::compose)
                .subscribe()
                .with(home -> answer(context, home), context::fail);
    }

    private Uni<Found> part(RoutingContext context, Map.Entry<String, GatewayConfig.Part> part) {
        var name = part.getKey();
        var asked = part.getValue();
        return fetch.get(
                        context,
                        asked.service(),
                        asked.path(),
                        config.deadline(),
                        config.partMax().asLongValue())
                .map(answer -> read(name, answer))
                .onFailure()
                .invoke(failure -> LOG.debugf("home lacks %s: %s", name, failure.toString()))
                .onFailure()
                .recoverWithItem(() -> missing(name, "UNAVAILABLE"));
    }

    private Found read(String name, PartFetch.Part answer) {
        if (answer.status() == 404) {
            return missing(name, "NOT_FOUND");
        }
        if (answer.status() != 200) {
            return missing(name, answer.status() >= 500 ? "UNAVAILABLE" : "REFUSED");
        }
        try {
            return new Found(name, json.readTree(answer.body().getBytes()), "");
        } catch (IOException e) {
            return missing(name, "UNAVAILABLE");
        }
    }

    private Found missing(String name, String why) {
        return new Found(name, json.nullNode(), why);
    }

    private ObjectNode compose(List<Found> parts) {
        var home = json.createObjectNode();
        var missing = json.createArrayNode();
        parts.stream().sorted(java.util.Comparator.comparing(Found::name)).forEach(part -> {
            home.set(part.name(), part.content());
            if (!part.missing().isEmpty()) {
                missing.addObject().put("part", part.name()).put("code", part.missing());
            }
        });
        home.set("missing", missing);
        return home;
    }

    private void answer(RoutingContext context, ObjectNode home) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        try {
            var unused = context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(json.writeValueAsString(home));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
