package io.anju.kit.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one subscriber.
 *
 * @param position order within this service's events
 * @param attempt 1 for the first
 * @param data JSON text, or what {@link AtRest} made of it
 */
record Delivery(
        long position,
        String subscriber,
        int attempt,
        UUID id,
        String type,
        String subject,
        Instant time,
        String data,
        boolean sealed,
        @Nullable String traceparent) {}
