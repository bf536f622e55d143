package io.anju.identity.listing;

import io.anju.identity.listing.model.Listing;
import io.anju.identity.listing.model.ListingRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeping the list. */
@ApplicationScoped
public class Listings {

    /** @param decisionId where it was seen */
    public record Order(Listing.Kind kind, UUID decisionId, String reason, Duration time) {}

    private final ListingStore store;
    private final Ids ids;
    private final BusinessClock clock;

    Listings(ListingStore store, Ids ids, BusinessClock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Result<Listing, ListingRefusal>> add(Tx tx, Order order, UUID officer) {
        return store.findTrace(tx, order.decisionId(), order.kind()).flatMap(found -> {
            if (found.isEmpty()) {
                return refused(new ListingRefusal.NotFound());
            }
            return found.get()
                    .map(trace -> store.put(tx, listing(order, officer), trace)
                            .<Result<Listing, ListingRefusal>>map(Result::ok))
                    .orElseGet(() -> refused(new ListingRefusal.TraceMissing(order.kind())));
        });
    }

    private Listing listing(Order order, UUID officer) {
        Instant now = clock.now();
        return new Listing(ids.next(), order.kind(), order.reason(), officer, now, now.plus(order.time()));
    }

    public Uni<List<Listing>> list(Tx tx, Optional<UUID> after, int limit) {
        return store.list(tx, after, limit);
    }

    /** False when there is none. */
    public Uni<Boolean> remove(Tx tx, UUID id) {
        return store.remove(tx, id);
    }

    private static Uni<Result<Listing, ListingRefusal>> refused(ListingRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
