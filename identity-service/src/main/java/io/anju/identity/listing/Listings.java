package io.anju.identity.listing;

import io.anju.identity.listing.model.Listing;
import io.anju.identity.listing.model.ListingRefusal;
import io.anju.identity.listing.model.Source;
import io.anju.identity.model.Phone;
import io.anju.identity.party.Customers;
import io.anju.identity.risk.Traces;
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

    /** @param source what it is, or where it was seen */
    public record Order(Listing.Kind kind, Source source, String reason, Duration time) {}

    private final ListingStore store;
    private final Traces traces;
    private final Customers customers;
    private final Ids ids;
    private final BusinessClock clock;

    Listings(ListingStore store, Traces traces, Customers customers, Ids ids, BusinessClock clock) {
        this.store = store;
        this.traces = traces;
        this.customers = customers;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Result<Listing, ListingRefusal>> add(Tx tx, Order order, UUID officer) {
        return trace(tx, order).flatMap(found -> {
            if (found.isEmpty()) {
                return refused(new ListingRefusal.NotFound());
            }
            return found.get()
                    .map(trace -> store.put(tx, listing(order, officer), trace)
                            .<Result<Listing, ListingRefusal>>map(Result::ok))
                    .orElseGet(() -> refused(new ListingRefusal.TraceMissing(order.kind())));
        });
    }

    /** Empty inside when the decision has none of this kind, empty when there is no decision. */
    private Uni<Optional<Optional<byte[]>>> trace(Tx tx, Order order) {
        return switch (order.source()) {
            case Source.Seen(UUID decision) -> store.findTrace(tx, decision, order.kind());
            case Source.Number(Phone phone) -> named(customers.phoneHash(phone));
            case Source.Address(String text) ->
                named(order.kind() == Listing.Kind.PREFIX ? traces.prefix(text) : traces.address(text));
        };
    }

    private static Uni<Optional<Optional<byte[]>>> named(byte[] trace) {
        return Uni.createFrom().item(Optional.of(Optional.of(trace)));
    }

    private Listing listing(Order order, UUID officer) {
        Instant now = clock.now();
        return new Listing(ids.next(), order.kind(), order.reason(), officer, now, now.plus(order.time()));
    }

    public Uni<List<Listing>> list(Tx tx, Optional<UUID> after, int limit) {
        return store.list(tx, after, limit);
    }

    public Uni<Optional<Listing>> find(Tx tx, UUID id) {
        return store.find(tx, id);
    }

    /** False when there is none. */
    public Uni<Boolean> remove(Tx tx, UUID id) {
        return store.remove(tx, id);
    }

    private static Uni<Result<Listing, ListingRefusal>> refused(ListingRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
