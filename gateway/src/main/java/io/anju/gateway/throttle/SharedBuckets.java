package io.anju.gateway.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anju.gateway.GatewayConfig;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Buckets that all replicas take from, in one database. Nothing asks it for a while after half of ten questions failed. */
final class SharedBuckets {
    private static final Logger LOG = Logger.getLogger(SharedBuckets.class);
    private static final TypeLiteral<Uni<ConsumptionProbe>> PROBE = new TypeLiteral<>() {};
    private static final int BREAKER_WINDOW = 10;

    private final PostgresBuckets store;
    /** Requests of one caller that come at the same time go to the store as one. */
    private final Cache<Allowance, AsyncBucketProxy> buckets;

    private final Guard guard;

    SharedBuckets(Pool pool, GatewayConfig config) {
        var settings = config.sharedLimits();
        this.store = new PostgresBuckets(pool, settings.timeout());
        this.buckets =
                Caffeine.newBuilder().maximumSize(config.address().remembered()).build();
        this.guard = Guard.create()
                .withDescription("shared limits")
                .withCircuitBreaker()
                .requestVolumeThreshold(BREAKER_WINDOW)
                .failureRatio(0.5)
                .delay(settings.pause().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(SharedBuckets::tell)
                .done()
                .build();
    }

    private static void tell(CircuitBreakerState state) {
        switch (state) {
            case OPEN -> LOG.warn("the shared limits' database is away: this replica counts by itself");
            case CLOSED -> LOG.info("limits are counted by all replicas together");
            case HALF_OPEN -> LOG.debug("the shared limits' database is asked again");
        }
    }

    Uni<Void> tidy() {
        return store.tidy();
    }

    /** Fails when the store is away. */
    Uni<ConsumptionProbe> take(Allowance allowance) {
        return guard.get(
                () -> Uni.createFrom()
                        .completionStage(
                                () -> buckets.get(allowance, this::proxy).tryConsumeAndReturnRemaining(1)),
                PROBE);
    }

    private AsyncBucketProxy proxy(Allowance allowance) {
        return store.asAsync()
                .builder()
                .withOptimization(Optimizations.batching())
                .build(allowance.id(), () -> CompletableFuture.completedFuture(allowance.bucket()));
    }
}
