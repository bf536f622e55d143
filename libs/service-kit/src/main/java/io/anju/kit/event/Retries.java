package io.anju.kit.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Delivers what failed before, with growing pauses, and what waits behind it. */
@ApplicationScoped
class Retries {

    private final Deliveries deliveries;
    private final Carrier carrier;
    private final OutboxConfig config;

    Retries(Deliveries deliveries, Carrier carrier, OutboxConfig config) {
        this.deliveries = deliveries;
        this.carrier = carrier;
        this.config = config;
    }

    /**
     * Goes through all that is due once, in the order of positions; what was held back by an event of its subject that
     * is delivered meanwhile comes later in the same sweep or in the next. Answers whether any were taken.
     */
    Uni<Boolean> sweep() {
        var position = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> deliverNext(position))
                .whilst(taken -> taken >= 0)
                .filter(taken -> taken > 0)
                .collect()
                .with(Collectors.summingLong(Integer::longValue))
                .map(taken -> taken > 0);
    }

    /** Delivers what is due behind a position, as much as one round takes; negative when nothing is. */
    private Uni<Integer> deliverNext(AtomicLong position) {
        // An event goes to three subscribers or so.
        int span = config.batch() * config.concurrency() / 4;
        return deliveries.claim(position.get(), span, carrier.lease()).flatMap(claim -> {
            claim.last().ifPresent(position::set);
            return deliverAll(claim.deliveries())
                    .replaceWith(claim.last().isPresent() ? claim.deliveries().size() : -1);
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
        return carrier.take(parcel)
                .flatMap(error -> error.isEmpty()
                        ? deliveries.delivered(parcel)
                        : deliveries.failed(parcel, config.attempts(), pause(parcel.attempt()), error.get()));
    }

    private Duration pause(int attempt) {
        var doubled = config.backoff().multipliedBy(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(config.backoffMax()) < 0 ? doubled : config.backoffMax();
    }
}
