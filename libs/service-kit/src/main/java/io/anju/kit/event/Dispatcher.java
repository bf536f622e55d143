package io.anju.kit.event;

import io.anju.kit.client.ServiceTokens;
import io.anju.kit.client.ServiceUrls;
import io.anju.kit.wake.Bells;
import io.anju.kit.wake.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells events to their subscribers: at least once, in order per subject, with growing pauses, on any number of
 * replicas. Woken by the database when something was written, and every second besides.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final String ONE = "application/cloudevents+json";
    private static final String MANY = "application/cloudevents-batch+json";

    private final Deliveries deliveries;
    private final DeliveredBefore deliveredBefore;
    private final CloudEventText text;
    private final OutboxConfig config;
    private final ServiceTokens tokens;
    private final ServiceUrls urls;
    private final WebClient http;
    private final Bells bells;
    private final Rounds rounds = new Rounds("telling events", this::drain);
    private volatile boolean stopped = true;

    Dispatcher(
            Deliveries deliveries,
            DeliveredBefore deliveredBefore,
            AtRest atRest,
            OutboxConfig config,
            ServiceTokens tokens,
            ServiceUrls urls,
            Vertx vertx,
            Bells bells,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.deliveries = deliveries;
        this.deliveredBefore = deliveredBefore;
        this.text = new CloudEventText(service, atRest);
        this.config = config;
        this.tokens = tokens;
        this.urls = urls;
        this.http = WebClient.create(vertx);
        this.bells = bells;
    }

    void start(@Observes StartupEvent event) {
        stopped = false;
        // Rung by the table itself.
        bells.listen("outbox", this::wake);
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
        if (!stopped) {
            rounds.wake();
        }
    }

    /** Delivers until nothing is due. */
    private Uni<Void> drain() {
        if (stopped) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createBy()
                .repeating()
                .uni(this::sweep)
                .until(delivered -> delivered == 0 || stopped)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Goes through all that is due once, in the order of positions; what was held back by an event of its subject that
     * is delivered meanwhile comes later in the same sweep or in the next. Answers how many were taken.
     */
    private Uni<Long> sweep() {
        var position = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> deliverNext(position))
                .whilst(taken -> taken >= 0 && !stopped)
                .filter(taken -> taken > 0)
                .collect()
                .with(Collectors.summingLong(Integer::longValue));
    }

    /** Delivers what is due behind a position, as much as one round takes; negative when nothing is. */
    private Uni<Integer> deliverNext(AtomicLong position) {
        // An event goes to three subscribers or so.
        int span = config.batch() * config.concurrency() / 4;
        return deliveries
                .claim(position.get(), span, config.timeout().multipliedBy(3))
                .flatMap(claim -> {
                    claim.last().ifPresent(position::set);
                    return deliverAll(claim.deliveries())
                            .replaceWith(
                                    claim.last().isPresent()
                                            ? claim.deliveries().size()
                                            : -1);
                });
    }

    private Uni<Void> deliverAll(List<Delivery> claimed) {
        return Multi.createFrom()
                .iterable(Parcel.pack(claimed, config.batch()))
                .onItem()
                .transformToUni(this::deliver)
                .merge(config.concurrency())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> deliver(Parcel parcel) {
        return Uni.combine()
                .all()
                .unis(tokens.forAudience(parcel.subscriber()), deliveredBefore.of(parcel.subscriber()))
                .asTuple()
                .flatMap(known -> send(parcel, known.getItem1(), known.getItem2()))
                .flatMap(answer -> answer.statusCode() / 100 == 2
                        ? deliveries.delivered(parcel)
                        : failed(parcel, "answered " + answer.statusCode()))
                .onFailure()
                .recoverWithUni(failure -> failed(parcel, failure.getClass().getSimpleName()));
    }

    private Uni<HttpResponse<Buffer>> send(Parcel parcel, String token, Instant before) {
        var request = http.postAbs(urls.of(parcel.subscriber()) + "/internal/events")
                .timeout(config.timeout().toMillis())
                .bearerTokenAuthentication(token)
                .putHeader(DeliveredBefore.HEADER, before.toString());
        List<Delivery> events = parcel.deliveries();
        if (events.size() > 1) {
            return request.putHeader("Content-Type", MANY).sendBuffer(Buffer.buffer(text.ofAll(events)));
        }
        Delivery event = events.getFirst();
        if (event.traceparent() != null) {
            request.putHeader("traceparent", event.traceparent());
        }
        return request.putHeader("Content-Type", ONE).sendBuffer(Buffer.buffer(text.of(event)));
    }

    private Uni<Void> failed(Parcel parcel, String error) {
        Delivery first = parcel.deliveries().getFirst();
        LOG.warnf(
                "event %s (%s) and %d more not delivered to %s, attempt %d: %s",
                first.id(), first.type(), parcel.deliveries().size() - 1, parcel.subscriber(), parcel.attempt(), error);
        return deliveries.failed(parcel, config.attempts(), pause(parcel.attempt()), error);
    }

    private Duration pause(int attempt) {
        var doubled = config.backoff().multipliedBy(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(config.backoffMax()) < 0 ? doubled : config.backoffMax();
    }
}
