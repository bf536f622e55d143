package io.anju.kit.denial;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The book of denials. Somebody who knocks all day fills it no faster than {@link DenialConfig} allows; the counter
 * counts every knock.
 */
@ApplicationScoped
class Denials {

    private static final Logger LOG = Logger.getLogger(Denials.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(2);
    private static final int REMEMBERED_MAX = 10_000;

    private record Alike(String code, String subject, String endpoint) {}

    private final Pool pool;
    private final DenialConfig config;
    private final Cache<Object, AtomicInteger> written = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(MINUTE)
            .build();

    Denials(Pool pool, DenialConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Writes it down when there is room for it. A book that cannot be written keeps nobody from their answer. */
    Uni<Void> write(Denial denial) {
        var alike = new Alike(denial.code(), denial.subject(), denial.endpoint());
        if (!hasRoom(alike, config.perMinuteAlike()) || !hasRoom(Denials.class, config.perMinute())) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery("insert into denial (code, subject, endpoint, trace_id) values ($1, $2, $3, $4)")
                .execute(Tuple.of(denial.code(), denial.subject(), denial.endpoint(), denial.traceId()))
                .ifNoItem()
                .after(WRITE_TIMEOUT)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("%s could not be written down: %s", denial, failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private boolean hasRoom(Object of, int perMinute) {
        return written.get(of, first -> new AtomicInteger()).incrementAndGet() <= perMinute;
    }
}
