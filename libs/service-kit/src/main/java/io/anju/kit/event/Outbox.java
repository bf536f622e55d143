package io.anju.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes facts beside the change that made them true; the {@link Dispatcher} tells them. */
@ApplicationScoped
public class Outbox {

    // The positions come in the order of the array: PostgreSQL draws an identity's values after the sort. The
    // transaction has its own number before: see V0_8__told_from_the_log.sql, "watched".
    private static final String APPEND_ALL = """
            with numbered as materialized (select pg_current_xact_id() as number)
            insert into outbox_event (id, type, subject, occurred_at, data, sealed, traceparent, subscribers)
            select e.id, e.type, e.subject, $5::timestamptz, e.data, e.sealed, $6::text, r.subscribers
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $9::boolean[])
                with ordinality as e (id, type, subject, data, sealed, number)
            join unnest($7::text[], $8::text[]) as r (type, subscribers) on r.type = e.type
            join numbered on numbered.number is not null
            order by e.number
            """;

    private final OutboxConfig config;
    private final ObjectMapper json;
    private final AtRest atRest;
    private final Ids ids;
    private final InstantSource clock;

    Outbox(OutboxConfig config, ObjectMapper json, AtRest atRest, Ids ids, InstantSource clock) {
        this.config = config;
        this.json = json;
        this.atRest = atRest;
        this.ids = ids;
        this.clock = clock;
    }

    /** Tells the fact to all its subscribers once the transaction is kept. */
    public Uni<Void> append(Tx tx, DomainEvent event) {
        return append(tx, ids.next(), event);
    }

    /**
     * The same under an id that the caller has drawn, where a document names the event before it is told.
     *
     * @param id of the event, from {@link Ids}
     */
    public Uni<Void> append(Tx tx, UUID id, DomainEvent event) {
        Instant now = clock.instant();
        // Two transactions that tell of one subject take their positions one after the other, so that the order of
        // positions is the order in which they are kept. Each has its own number before it draws a position: see
        // V0_8__told_from_the_log.sql, "watched".
        return tx.select("""
                        select cast(pg_current_xact_id() as text),
                               cast(pg_advisory_xact_lock(hashtextextended($1, 1)) as text)
                        """, event.subject())
                .flatMap(locked -> tx.update(
                        """
                        insert into outbox_event (id, type, subject, occurred_at, data, sealed, traceparent, subscribers)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)
                        """,
                        id,
                        event.type(),
                        event.subject(),
                        now,
                        write(id, event),
                        event.confidential(),
                        traceparent(),
                        subscribers(event.type())))
                .replaceWithVoid();
    }

    /**
     * Tells many facts by one statement, in the order given: the way of batch work, on the reactive client.
     *
     * <p>The caller holds the row of every subject locked until its transaction ends, and so does whoever else tells of
     * them. That lock puts a subject's positions in order; one of our own for each event would fill the lock table.
     */
    public Uni<Void> appendAll(Tx tx, List<DomainEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple();
        UUID[] eventIds = events.stream().map(event -> ids.next()).toArray(UUID[]::new);
        columns.addArrayOfUUID(eventIds);
        columns.addArrayOfString(texts(events, DomainEvent::type));
        columns.addArrayOfString(texts(events, DomainEvent::subject));
        columns.addArrayOfString(IntStream.range(0, eventIds.length)
                .mapToObj(at -> write(eventIds[at], events.get(at)))
                .toArray(String[]::new));
        columns.addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        columns.addString(traceparent());
        List<String> types = events.stream().map(DomainEvent::type).distinct().toList();
        columns.addArrayOfString(types.toArray(String[]::new));
        columns.addArrayOfString(types.stream().map(this::subscribers).toArray(String[]::new));
        columns.addArrayOfBoolean(events.stream().map(DomainEvent::confidential).toArray(Boolean[]::new));
        return PgTx.connection(tx).preparedQuery(APPEND_ALL).execute(columns).replaceWithVoid();
    }

    private static String[] texts(List<DomainEvent> events, Function<DomainEvent, String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    private String subscribers(String type) {
        var all = new LinkedHashSet<>(config.routes().getOrDefault(type, List.of()));
        all.addAll(config.everything());
        return String.join(",", all);
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

    private String write(UUID id, DomainEvent event) {
        try {
            var text = json.writeValueAsString(event.data());
            return event.confidential() ? atRest.seal(id, text) : text;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event data cannot be written", e);
        }
    }
}
