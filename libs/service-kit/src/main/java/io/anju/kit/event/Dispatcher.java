package io.anju.kit.event;

import io.anju.kit.client.ServiceTokens;
import io.anju.kit.client.ServiceUrls;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells events to their subscribers: at least once, in order per subject, with growing pauses, on any number of
 * replicas. Woken by the database when something was written, and every second besides.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int BATCH = 64;

    private final Deliveries deliveries;
    private final OutboxConfig config;
    private final ServiceTokens tokens;
    private final ServiceUrls urls;
    private final WebClient http;
    private final String service;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean again;
    private volatile boolean stopped = true;

    Dispatcher(
            Deliveries deliveries,
            OutboxConfig config,
            ServiceTokens tokens,
            ServiceUrls urls,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.deliveries = deliveries;
        this.config = config;
        this.tokens = tokens;
        this.urls = urls;
        this.http = WebClient.create(vertx);
        this.service = service;
    }

    void start(@Observes StartupEvent event) {
        stopped = false;
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    @Scheduled(every = "1s")
    void tick() {
        wake();
    }

    /** Something may be waiting: look now, or once more when already looking. */
    void wake() {
        again = true;
        if (!stopped && running.compareAndSet(false, true)) {
            again = false;
            var unused = drain().onTermination()
                    .invoke(this::rest)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warn("events could not be dispatched", failure));
        }
    }

    private void rest() {
        running.set(false);
        if (again) {
            wake();
        }
    }

    /** Delivers until nothing is due. */
    private Uni<Void> drain() {
        return deliveries
                .claim(BATCH, config.timeout().multipliedBy(3))
                .flatMap(batch -> batch.isEmpty() || stopped
                        ? Uni.createFrom().voidItem()
                        : deliverAll(batch).chain(this::drain));
    }

    private Uni<Void> deliverAll(List<Delivery> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUni(this::deliver)
                .merge(config.concurrency())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> deliver(Delivery delivery) {
        return tokens.forAudience(delivery.subscriber())
                .flatMap(token -> send(delivery, token))
                .flatMap(answer -> answer.statusCode() / 100 == 2
                        ? deliveries.delivered(delivery)
                        : failed(delivery, "answered " + answer.statusCode()))
                .onFailure()
                .recoverWithUni(failure -> failed(delivery, failure.getClass().getSimpleName()));
    }

    private Uni<HttpResponse<Buffer>> send(Delivery delivery, String token) {
        var request = http.postAbs(urls.of(delivery.subscriber()) + "/internal/events")
                .timeout(config.timeout().toMillis())
                .bearerTokenAuthentication(token)
                .putHeader("Content-Type", "application/cloudevents+json");
        if (delivery.traceparent() != null) {
            request.putHeader("traceparent", delivery.traceparent());
        }
        return request.sendBuffer(Buffer.buffer(document(delivery)));
    }

    // CloudEvents 1.0, JSON format §3.1: structured mode, data as a JSON value.
    private String document(Delivery delivery) {
        return new JsonObject()
                .put("specversion", "1.0")
                .put("id", delivery.id().toString())
                .put("source", "/" + service)
                .put("type", delivery.type())
                .put("subject", delivery.subject())
                .put("time", delivery.time().toString())
                .put("datacontenttype", "application/json")
                .put("data", new JsonObject(delivery.data()))
                .encode();
    }

    private Uni<Void> failed(Delivery delivery, String error) {
        LOG.warnf(
                "event %s (%s) not delivered to %s, attempt %d: %s",
                delivery.id(), delivery.type(), delivery.subscriber(), delivery.attempt(), error);
        return deliveries.failed(delivery, config.attempts(), pause(delivery.attempt()), error);
    }

    private Duration pause(int attempt) {
        var doubled = config.backoff().multipliedBy(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(config.backoffMax()) < 0 ? doubled : config.backoffMax();
    }
}
