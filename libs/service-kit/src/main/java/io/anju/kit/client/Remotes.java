package io.anju.kit.client;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Those we call, by name: other services, and the outside world's ports such as {@code sms} or {@code rail}. */
@ApplicationScoped
public class Remotes {

    private final WebClient http;
    private final ServiceUrls urls;
    private final ServiceTokens tokens;
    private final RemoteConfig config;
    private final Map<String, Remote> byName = new ConcurrentHashMap<>();

    Remotes(Vertx vertx, ServiceUrls urls, ServiceTokens tokens, RemoteConfig config) {
        this.http = WebClient.create(vertx);
        this.urls = urls;
        this.tokens = tokens;
        this.config = config;
    }

    /**
     * The one with this name, at {@code anju.NAME.url}. A name that ends in {@code -service} is one of ours and is
     * called with this service's token.
     */
    public Remote named(String name) {
        return byName.computeIfAbsent(name, n -> new Remote(n, urls.of(n), http, tokens, patience(n)));
    }

    private RemoteConfig.Patience patience(String name) {
        // A name that configuration does not mention gets the defaults.
        return Objects.requireNonNull(config.remotes().get(ServiceUrls.shortName(name)));
    }
}
