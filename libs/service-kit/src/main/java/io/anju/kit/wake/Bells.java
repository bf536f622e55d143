package io.anju.kit.wake;

import io.anju.kit.tx.Tx;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * PostgreSQL's channels: what is rung in a transaction is heard on every replica when it is committed, and never when
 * it is undone. While the connection is away a bell goes unheard; so whoever listens looks now and then besides.
 */
@ApplicationScoped
public class Bells {

    private static final long RECONNECT_MILLIS = 1_000;
    private static final int AFTER_ALL_WHO_LISTEN = Integer.MAX_VALUE;

    private final Vertx vertx;
    private final PgSubscriber subscriber;

    Bells(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.vertx = vertx;
        var options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""));
        username.ifPresent(options::setUser);
        password.ifPresent(options::setPassword);
        this.subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(attempt -> RECONNECT_MILLIS);
    }

    /** Rings when the transaction is committed. */
    public static Uni<Void> ring(Tx tx, String bell) {
        return ring(tx, bell, "");
    }

    /** The same with a word for those who listen, of at most 7,999 bytes. */
    public static Uni<Void> ring(Tx tx, String bell, String word) {
        return tx.select("select 1 from pg_notify($1, $2)", bell, word).replaceWithVoid();
    }

    /** Calls at each ring, and whenever some may have gone unheard, where transactions can be begun. */
    public void listen(String bell, Runnable wake) {
        listen(bell, word -> wake.run(), wake);
    }

    /** The same for those who want the word; {@code unheard} is called whenever some may have gone unheard. */
    public void listen(String bell, Consumer<String> heard, Runnable unheard) {
        subscriber
                .channel(bell)
                .subscribeHandler(listening -> inItsOwnContext(unheard))
                .handler(word -> inItsOwnContext(() -> heard.accept(word)));
    }

    private void inItsOwnContext(Runnable call) {
        Contexts.inOneOfItsOwn(vertx, call);
    }

    void start(@Observes @Priority(AFTER_ALL_WHO_LISTEN) StartupEvent event) {
        subscriber.connect();
    }

    void stop(@Observes ShutdownEvent event) {
        subscriber.close();
    }
}
