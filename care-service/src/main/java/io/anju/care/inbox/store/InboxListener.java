package io.anju.care.inbox.store;

import io.anju.care.inbox.LiveInbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Listens where {@link PanacheMailboxes} notifies, so that a reader on any replica learns of a new message at once. */
@ApplicationScoped
class InboxListener {

    private static final long RECONNECT_MILLIS = 1_000;

    private final Vertx vertx;
    private final LiveInbox live;
    private final PgConnectOptions options;
    private @Nullable PgSubscriber subscriber;

    InboxListener(
            Vertx vertx,
            LiveInbox live,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.vertx = vertx;
        this.live = live;
        this.options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""));
        username.ifPresent(options::setUser);
        password.ifPresent(options::setPassword);
    }

    void start(@Observes StartupEvent event) {
        var listening = PgSubscriber.subscriber(vertx, options).reconnectPolicy(attempt -> RECONNECT_MILLIS);
        listening
                .channel(PanacheMailboxes.CHANNEL)
                // While the connection was away notifications went by unheard.
                .subscribeHandler(subscribed -> live.wakeAll())
                .handler(customer -> live.wake(UUID.fromString(customer)));
        listening.connect();
        subscriber = listening;
    }

    void stop(@Observes ShutdownEvent event) {
        if (subscriber != null) {
            subscriber.close();
        }
    }
}
