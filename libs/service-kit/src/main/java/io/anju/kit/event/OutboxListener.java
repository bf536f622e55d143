package io.anju.kit.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Listens on PostgreSQL's channel {@code outbox}, so that events leave at once instead of at the next second. */
@ApplicationScoped
class OutboxListener {

    private static final long RECONNECT_MILLIS = 1_000;

    private final Vertx vertx;
    private final Dispatcher dispatcher;
    private final PgConnectOptions options;
    private @Nullable PgSubscriber subscriber;

    OutboxListener(
            Vertx vertx,
            Dispatcher dispatcher,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.vertx = vertx;
        this.dispatcher = dispatcher;
        this.options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""));
        username.ifPresent(options::setUser);
        password.ifPresent(options::setPassword);
    }

    void start(@Observes StartupEvent event) {
        var listening = PgSubscriber.subscriber(vertx, options).reconnectPolicy(attempt -> RECONNECT_MILLIS);
        listening.channel("outbox").handler(payload -> dispatcher.wake());
        listening.connect();
        subscriber = listening;
    }

    void stop(@Observes ShutdownEvent event) {
        if (subscriber != null) {
            subscriber.close();
        }
    }
}
