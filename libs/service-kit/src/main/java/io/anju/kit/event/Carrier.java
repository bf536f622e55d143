package io.anju.kit.event;

import io.anju.kit.client.ServiceTokens;
import io.anju.kit.client.ServiceUrls;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Takes parcels to their subscribers over HTTP. */
@ApplicationScoped
class Carrier {

    private static final Logger LOG = Logger.getLogger(Carrier.class);
    private static final String ONE = "application/cloudevents+json";
    private static final String MANY = "application/cloudevents-batch+json";

    private final DeliveredBefore deliveredBefore;
    private final CloudEventText text;
    private final OutboxConfig config;
    private final ServiceTokens tokens;
    private final ServiceUrls urls;
    private final WebClient http;

    Carrier(
            DeliveredBefore deliveredBefore,
            AtRest atRest,
            OutboxConfig config,
            ServiceTokens tokens,
            ServiceUrls urls,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.deliveredBefore = deliveredBefore;
        this.text = new CloudEventText(service, atRest);
        this.config = config;
        this.tokens = tokens;
        this.urls = urls;
        this.http = WebClient.create(vertx);
    }

    /** How long who is about to send something has it for themselves: longer than a request takes. Who dies is followed then. */
    Duration lease() {
        return config.timeout().multipliedBy(3);
    }

    /** Empty when the subscriber took it; else why it did not. */
    Uni<Optional<String>> take(Parcel parcel) {
        return Uni.combine()
                .all()
                .unis(tokens.forAudience(parcel.subscriber()), deliveredBefore.of(parcel.subscriber()))
                .asTuple()
                .flatMap(known -> send(parcel, known.getItem1(), known.getItem2()))
                .map(answer -> answer.statusCode() / 100 == 2
                        ? Optional.<String>empty()
                        : Optional.of("answered " + answer.statusCode()))
                .onFailure()
                .recoverWithItem(failure -> Optional.of(failure.getClass().getSimpleName()))
                .invoke(error -> error.ifPresent(why -> warn(parcel, why)));
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

    private static void warn(Parcel parcel, String error) {
        Delivery first = parcel.deliveries().getFirst();
        LOG.warnf(
                "event %s (%s) and %d more not delivered to %s, attempt %d: %s",
                first.id(), first.type(), parcel.deliveries().size() - 1, parcel.subscriber(), parcel.attempt(), error);
    }
}
