package io.anju.kit.event;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one subscriber.
 *
 * @param position order within this service's events
 * @param attempt which one it is, 1 for the first
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
        @Nullable String traceparent) {

    /** From a row of the log with the subscriber beside it. */
    static Delivery of(Row row, int attempt) {
        return new Delivery(
                row.getLong("position"),
                row.getString("subscriber"),
                attempt,
                row.getUUID("id"),
                row.getString("type"),
                row.getString("subject"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("data"),
                row.getBoolean("sealed"),
                row.getString("traceparent"));
    }

    /** The same before its first attempt. */
    Delivery untried() {
        return new Delivery(position, subscriber, 0, id, type, subject, time, data, sealed, traceparent);
    }
}
