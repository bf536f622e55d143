package io.anju.kit.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Up to when each service has delivered everything to us, as it says itself: what came before may be forgotten. */
@ApplicationScoped
class InboxSources {

    private static final Logger LOG = Logger.getLogger(InboxSources.class);

    /** Smaller steps are not written: the housekeeping thinks in days. */
    private static final Duration STEP = Duration.ofHours(1);

    private static final String NOTE = """
            insert into inbox_source (source, delivered_before) values ($1, $2)
            on conflict (source) do update set delivered_before = excluded.delivered_before
            where inbox_source.delivered_before < excluded.delivered_before
            """;

    private final Pool pool;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    InboxSources(Pool pool) {
        this.pool = pool;
    }

    /** Takes note; where that fails, the next delivery says it again. */
    Uni<Void> note(String source, Instant before) {
        Instant known = noted.get(source);
        if (known != null && before.isBefore(known.plus(STEP))) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(NOTE)
                .execute(Tuple.of(source, before.atOffset(ZoneOffset.UTC)))
                .invoke(() -> noted.put(source, before))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "what %s has delivered could not be noted", source))
                .onFailure()
                .recoverWithNull();
    }
}
