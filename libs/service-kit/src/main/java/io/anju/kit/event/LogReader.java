package io.anju.kit.event;

import io.anju.kit.event.Subscriptions.Place;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells each subscriber what follows its place in the log of events, one replica at a time for each. What fails is kept as
 * a delivery of its own, so that the others go on.
 */
@ApplicationScoped
class LogReader {

    /** Where so many deliveries fail at once, the subscriber is away: the log keeps the rest better than a row for each. */
    private static final int FAILING_MOST = 1_000;

    private final Subscriptions subscriptions;
    private final Carrier carrier;
    private final OutboxConfig config;
    private final InstantSource clock;
    private final UUID self = UUID.randomUUID();

    LogReader(Subscriptions subscriptions, Carrier carrier, OutboxConfig config, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.carrier = carrier;
        this.config = config;
        this.clock = clock;
    }

    /** All who ever heard of this service's events, those of the settings among them. */
    Uni<List<String>> subscribers() {
        Collection<String> known = new LinkedHashSet<>(config.everything());
        config.routes().values().forEach(known::addAll);
        return subscriptions.open(known);
    }

    /** Tells a subscriber the next stretch of the log; false when there is nothing more for now. */
    Uni<Boolean> tell(String subscriber) {
        return subscriptions
                .hold(subscriber, self, carrier.lease(), FAILING_MOST)
                .flatMap(held -> held.isPresent()
                        ? tell(subscriber, held.get())
                        : Uni.createFrom().item(false));
    }

    /** Gives back whatever is held here. What is under way is told twice at most. */
    Uni<Void> release() {
        return subscriptions.release(self);
    }

    private Uni<Boolean> tell(String subscriber, Place place) {
        return subscriptions
                .read(subscriber, place, config.batch() * config.concurrency() / 2)
                .flatMap(stretch -> {
                    var errands = new Errands(stretch);
                    return run(subscriber, errands)
                            .flatMap(done ->
                                    subscriptions.move(subscriber, self, stretch, errands.untold(), config.backoff()))
                            .replaceWith(stretch.isMore(place));
                });
    }

    private Uni<Void> run(String subscriber, Errands errands) {
        var kept = new AtomicLong(clock.millis());
        return Multi.createBy()
                .repeating()
                .uni(() -> keep(subscriber, kept).flatMap(still -> deliver(errands)))
                .whilst(delivered -> delivered)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> deliver(Errands errands) {
        List<Parcel> parcels = Parcel.pack(errands.next(), config.batch());
        return Multi.createFrom()
                .iterable(parcels)
                .onItem()
                .transformToUni(parcel -> carrier.take(parcel).map(error -> new Outcome(parcel, error)))
                .merge(config.concurrency())
                .collect()
                .asList()
                .invoke(outcomes -> outcomes.forEach(
                        outcome -> outcome.error().ifPresent(why -> errands.failed(outcome.parcel(), why))))
                .replaceWith(!parcels.isEmpty());
    }

    private record Outcome(Parcel parcel, Optional<String> error) {}

    /** Holds the place for longer where a third of the time is over, and stops where another replica has it by now. */
    private Uni<Void> keep(String subscriber, AtomicLong kept) {
        long now = clock.millis();
        if (now < kept.get() + carrier.lease().toMillis() / 3) {
            return Uni.createFrom().voidItem();
        }
        kept.set(now);
        return subscriptions
                .keep(subscriber, self, carrier.lease())
                .invoke(still -> {
                    if (!still) {
                        throw new IllegalStateException("another replica tells " + subscriber + " by now");
                    }
                })
                .replaceWithVoid();
    }
}
