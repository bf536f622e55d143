package io.anju.gateway.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anju.gateway.GatewayConfig;
import io.anju.gateway.routing.Route;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * A token bucket per class of routes and caller, kept in this process. The number of buckets is bounded: when there are too many, those unused for longest are
 * forgotten, which can only let somebody ask a little more.
 */
@ApplicationScoped
public class Throttle {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Key(String limit, String who) {}

    /**
     * What is left of an allowance.
     *
     * @param allowed may this request go on?
     * @param remaining requests left at once
     * @param waitSeconds until the next one is allowed
     */
    public record Verdict(boolean allowed, long remaining, long waitSeconds) {}

    private final Cache<Key, Bucket> buckets;
    private final GatewayConfig.Address address;

    Throttle(GatewayConfig config) {
        this.address = config.address();
        this.buckets = Caffeine.newBuilder().maximumSize(address.remembered()).build();
    }

    /** One more request from an address, of whatever class. */
    public Verdict takeForAddress(String network) {
        return take(new Key("address", network), address.perMinute(), address.burst());
    }

    /** One more request of a class from a caller. */
    public Verdict take(Route.Limits limits, String who) {
        return take(new Key(limits.name(), who), limits.perMinute(), limits.burst());
    }

    private Verdict take(Key key, int perMinute, int burst) {
        var bucket = buckets.get(
                key,
                k -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, MINUTE))
                        .build());
        return verdict(bucket.tryConsumeAndReturnRemaining(1));
    }

    private static Verdict verdict(ConsumptionProbe probe) {
        var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return new Verdict(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                wait.plusMillis(999).toSeconds());
    }
}
