package io.anju.gateway.throttle;

import io.anju.kit.http.Digests;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * What somebody may ask for.
 *
 * @param limit name of the class of routes, or {@code address}
 * @param perMinute requests in the long run
 * @param burst requests at once after a pause
 * @param who caller or network
 */
record Allowance(String limit, int perMinute, int burst, String who) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    BucketConfiguration bucket() {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, MINUTE))
                .build();
    }

    /** Short, whatever the caller is called, and another one when the limit is set anew. */
    String id() {
        return Digests.sha256(limit + '\n' + perMinute + '\n' + burst + '\n' + who);
    }
}
