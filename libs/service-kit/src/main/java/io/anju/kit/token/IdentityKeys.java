package io.anju.kit.token;

import io.anju.kit.failure.SurvivedFailures;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches identity's key set ahead of need: at start, every minute, and when a token names a key that is not here yet
 * (at most once in {@link #LOOK_AGAIN_AFTER}). While identity is away the last set stays good; a service that never had one is not
 * ready.
 */
@ApplicationScoped
public class IdentityKeys implements PublishedKeys {

    private static final String IDENTITY = "identity-service";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(2);

    private final WebClient http;
    private final SurvivedFailures failures;
    private final String service;
    private final String url;
    private final InstantSource clock;
    private volatile Snapshot latest = new Snapshot(List.of());
    private final AtomicLong lastLookMillis = new AtomicLong();

    IdentityKeys(
            InstantSource clock,
            Vertx vertx,
            SurvivedFailures failures,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "anju.identity.url") String identity) {
        this.clock = clock;
        this.failures = failures;
        this.service = service;
        this.http = WebClient.create(vertx);
        this.url = identity + "/.well-known/jwks.json";
    }

    @Override
    public Snapshot current() {
        return latest;
    }

    void start(@Observes StartupEvent event) {
        var what = "getting the keys of identity";
        if (service.equals(IDENTITY)) {
            // It asks itself by an address that may lead to it only when it is ready.
            failures.want(what, refresh());
        } else {
            failures.need(what, refresh());
        }
    }

    @Scheduled(
            every = "${anju.key-set.round:60s}",
            delayed = "${anju.key-set.round:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keepFresh() {
        return failures.survive("reading the keys of identity again", refresh());
    }

    /**
     * Fetches the key that an access token names when it is not here yet, without blocking.
     *
     * @param authorization the header as it came; silence or nonsense needs no key
     * @return false when no key of identity's was ever here: then nobody's token can be checked
     */
    public Uni<Boolean> haveKeyFor(@Nullable String authorization) {
        var keyId = keyId(authorization);
        if (keyId.isEmpty() || current().has(keyId.get())) {
            return Uni.createFrom().item(true);
        }
        return lookFor(keyId.get()).replaceWith(() -> !current().isEmpty());
    }

    /** Looks for a key that is not known here; leaves things as they are when identity is away. */
    Uni<Void> lookFor(String keyId) {
        var now = clock.millis();
        var last = lastLookMillis.get();
        if (current().has(keyId)
                || now - last < LOOK_AGAIN_AFTER.toMillis()
                || !lastLookMillis.compareAndSet(last, now)) {
            return Uni.createFrom().voidItem();
        }
        return failures.survive("looking for a key of identity", refresh());
    }

    private Uni<Void> refresh() {
        return http.getAbs(url)
                .timeout(TIMEOUT.toMillis())
                .send()
                .map(IdentityKeys::read)
                .invoke(snapshot -> latest = snapshot)
                .replaceWithVoid();
    }

    private static Snapshot read(HttpResponse<Buffer> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("identity answered " + answer.statusCode() + " for its keys");
        }
        try {
            return new Snapshot(new JsonWebKeySet(answer.bodyAsString()).getJsonWebKeys());
        } catch (JoseException e) {
            throw new IllegalStateException("identity's key set cannot be read", e);
        }
    }

    private static Optional<String> keyId(@Nullable String authorization) {
        var shown =
                ShownToken.read(authorization).filter(one -> one.token().length() <= TokenVerifier.TOKEN_LENGTH_MAX);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    JsonWebStructure.fromCompactSerialization(shown.get().token())
                            .getKeyIdHeaderValue());
        } catch (JoseException | ClassCastException e) {
            return Optional.empty();
        }
    }
}
