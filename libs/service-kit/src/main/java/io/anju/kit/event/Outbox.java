package io.anju.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Tx;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes facts beside the change that made them true; the {@link Dispatcher} tells them. */
@ApplicationScoped
public class Outbox {

    private final OutboxConfig config;
    private final ObjectMapper json;
    private final Ids ids;
    private final InstantSource clock;

    Outbox(OutboxConfig config, ObjectMapper json, Ids ids, InstantSource clock) {
        this.config = config;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Tells the fact to all its subscribers once the transaction is kept. */
    public Uni<Void> append(Tx tx, DomainEvent event) {
        Instant now = clock.instant();
        // Two transactions that tell of one subject take their positions one after the other, so that the order of
        // positions is the order in which they are kept.
        return tx.select("select pg_advisory_xact_lock(hashtextextended($1, 1))", event.subject())
                .flatMap(locked -> tx.update(
                        """
                        with told as (
                            insert into outbox_event (id, type, subject, occurred_at, data, traceparent)
                            values ($1, $2, $3, $4, $5, $6) returning position, subject)
                        insert into outbox_delivery (position, subject, subscriber)
                        select position, subject, unnest(string_to_array($7, ',')) from told
                        """,
                        ids.next(),
                        event.type(),
                        event.subject(),
                        now,
                        write(event.data()),
                        traceparent(),
                        String.join(",", subscribers(event.type()))))
                .replaceWithVoid();
    }

    private Iterable<String> subscribers(String type) {
        var all = new LinkedHashSet<>(config.routes().getOrDefault(type, List.of()));
        all.addAll(config.everything());
        return all;
    }

    /** W3C trace context, so that the trace goes on where the event arrives. */
    private static @Nullable String traceparent() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event data cannot be written", e);
        }
    }
}
