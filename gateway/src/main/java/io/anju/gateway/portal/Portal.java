package io.anju.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anju.gateway.GatewayConfig;
import io.anju.gateway.proxy.PartFetch;
import io.anju.gateway.routing.Routes;
import io.anju.kit.problem.ProblemTexts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** {@code /openapi} and {@code /docs}: asked of the services at most once a minute, however often they are looked at. */
@ApplicationScoped
public class Portal {
    /** Where the merged document is. */
    public static final String OPENAPI = "/openapi";

    /** Where the page is. */
    public static final String DOCS = "/docs";

    private static final Logger LOG = Logger.getLogger(Portal.class);
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final long DOCUMENT_BYTES_MAX = 4L << 20;

    private record Described(String service, Optional<JsonNode> document) {}

    private final GatewayConfig config;
    private final Routes routes;
    private final PartFetch fetch;
    private final ObjectMapper json;
    private final ProblemTexts texts;
    private final Uni<ObjectNode> merged;

    Portal(GatewayConfig config, Routes routes, PartFetch fetch, ObjectMapper json, ProblemTexts texts) {
        this.texts = texts;
        this.config = config;
        this.routes = routes;
        this.fetch = fetch;
        this.json = json;
        this.merged = Uni.createFrom().deferred(this::merge).memoize().atLeast(KEPT);
    }

    /** Answers with the merged document. */
    public void openApi(RoutingContext context) {
        show(context, api -> end(context, "application/json", api.toString()));
    }

    /** Answers with the page. */
    public void docs(RoutingContext context) {
        context.response()
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        show(context, api -> end(context, "text/html; charset=utf-8", ApiPage.of(api)));
    }

    private void show(RoutingContext context, Consumer<ObjectNode> answer) {
        var unused = merged.subscribe().with(answer, context::fail);
    }

    private static void end(RoutingContext context, String type, String body) {
        if (!context.response().ended() && !context.response().closed()) {
            var unused = context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, type)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                    .end(body);
        }
    }

    private Uni<ObjectNode> merge() {
        return Multi.createFrom()
                .iterable(config.services().keySet())
                .onItem()
                .transformToUni(this::describe)
                .merge(Math.max(1, config.services().size()))
                .collect()
                .asList()
                .map(this::merge);
    }

    private Uni<Described> describe(String service) {
        return fetch.get(service, "/q/openapi?format=json", TIME, DOCUMENT_BYTES_MAX)
                .map(part -> new Described(service, read(service, part)))
                .onFailure()
                .recoverWithItem(failure -> absent(service, failure));
    }

    private Optional<JsonNode> read(String service, PartFetch.Part part) {
        try {
            return part.status() == 200 ? Optional.of(json.readTree(part.body().getBytes())) : Optional.empty();
        } catch (IOException e) {
            return absent(service, e).document();
        }
    }

    private static Described absent(String service, Throwable failure) {
        LOG.debugf("no API document of %s: %s", service, failure.toString());
        return new Described(service, Optional.empty());
    }

    private ObjectNode merge(List<Described> all) {
        var documents = new TreeMap<String, JsonNode>();
        all.forEach(one -> one.document().ifPresent(document -> documents.put(one.service(), document)));
        var missing = all.stream()
                .filter(one -> one.document().isEmpty())
                .map(Described::service)
                .sorted()
                .toList();
        documents.put(OwnApi.NAME, OwnApi.document(texts, config.home().parts().keySet()));
        var merged = MergedApi.merge(
                documents,
                missing,
                config.publicUrl().toString(),
                (service, path) -> service.equals(OwnApi.NAME)
                        || routes.serviceOf(path).filter(service::equals).isPresent());
        OwnApi.answerInstead(merged);
        return merged;
    }
}
