package io.anju.gateway.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anju.gateway.GatewayConfig;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.LocalBucketBuilder;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Buckets in this process. Their number is bounded: when there are too many, those unused for longest are forgotten,
 * which can only let somebody ask a little more.
 */
@ApplicationScoped
class OwnBuckets {
    private final Cache<Allowance, Bucket> buckets;

    OwnBuckets(GatewayConfig config) {
        this.buckets =
                Caffeine.newBuilder().maximumSize(config.address().remembered()).build();
    }

    ConsumptionProbe take(Allowance allowance) {
        return buckets.get(allowance, OwnBuckets::full).tryConsumeAndReturnRemaining(1);
    }

    private static Bucket full(Allowance allowance) {
        var builder = new LocalBucketBuilder();
        for (var limit : allowance.bucket().getBandwidths()) {
            builder.addLimit(limit);
        }
        return builder.build();
    }
}
