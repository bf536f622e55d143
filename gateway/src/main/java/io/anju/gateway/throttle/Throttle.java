package io.anju.gateway.throttle;

import io.anju.gateway.GatewayConfig;
import io.anju.gateway.routing.Route;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A token bucket per class of routes and caller: in a database that all replicas share, where the configuration names
 * one ({@code quarkus.datasource.reactive.url}), and in this process otherwise.
 *
 * <p>While the database is away each replica counts by itself. That lets a caller ask as often as there are replicas; to
 * turn everybody away would do what the limits are there to prevent. What must hold without fail, such as how many text
 * messages a phone is sent, is counted by identity in the transaction that it belongs to.
 */
@ApplicationScoped
public class Throttle {
    private static final Logger LOG = Logger.getLogger(Throttle.class);

    /**
     * What is left of an allowance.
     *
     * @param allowed may this request go on?
     * @param remaining requests left at once
     * @param waitSeconds until the next one is allowed
     */
    public record Verdict(boolean allowed, long remaining, long waitSeconds) {}

    private final GatewayConfig.Address address;
    private final OwnBuckets own;
    private final Optional<SharedBuckets> shared;
    private final Counter alone;

    @Inject
    Throttle(GatewayConfig config, OwnBuckets own, InjectableInstance<Pool> database, MeterRegistry meters) {
        this(config, own, pool(database), meters);
    }

    Throttle(GatewayConfig config, OwnBuckets own, Optional<Pool> database, MeterRegistry meters) {
        this.address = config.address();
        this.own = own;
        this.shared = database.map(pool -> new SharedBuckets(pool, config));
        this.alone = Counter.builder("anju.gateway.limits.alone")
                .description("requests that this replica counted by itself because the shared database was away")
                .register(meters);
    }

    private static Optional<Pool> pool(InjectableInstance<Pool> database) {
        return database.getHandle().getBean().isActive() ? Optional.of(database.get()) : Optional.empty();
    }

    /** One more request from an address, of whatever class. */
    public Uni<Verdict> takeForAddress(String network) {
        return take(new Allowance("address", address.perMinute(), address.burst(), network));
    }

    /** One more request of a class from a caller. */
    public Uni<Verdict> take(Route.Limits limits, String who) {
        return take(new Allowance(limits.name(), limits.perMinute(), limits.burst(), who));
    }

    private Uni<Verdict> take(Allowance allowance) {
        return shared.map(buckets -> buckets.take(allowance)
                        .onFailure()
                        .invoke(failure -> alone.increment())
                        .onFailure()
                        .recoverWithItem(() -> own.take(allowance)))
                .orElseGet(() -> Uni.createFrom().item(own.take(allowance)))
                .map(Throttle::verdict);
    }

    private static Verdict verdict(ConsumptionProbe probe) {
        var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return new Verdict(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                wait.plusMillis(999).toSeconds());
    }

    /** Until the table is there, each replica counts by itself; it comes back by itself when the database was made anew. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return shared.map(SharedBuckets::tidy)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.debug("the shared limits' table will be looked after later", failure))
                .onFailure()
                .recoverWithNull();
    }
}
