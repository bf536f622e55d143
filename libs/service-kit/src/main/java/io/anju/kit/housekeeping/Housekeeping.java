package io.anju.kit.housekeeping;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Removes used-up keys and delivered events, a bounded number at a time so that nothing waits for it. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private static final List<String> REMOVALS = List.of(
            // A verification token ends after 120 s; an hour more allows for any clock.
            """
            delete from used_verification_token where jti in (
                select jti from used_verification_token where expires_at < now() - interval '1 hour' limit 1000)
            """,
            """
            delete from idempotency_key where (scope, key) in (
                select scope, key from idempotency_key where created_at < now() - interval '72 hours' limit 1000)
            """,
            """
            delete from outbox_delivery where (position, subscriber) in (
                select position, subscriber from outbox_delivery
                where state = 'DELIVERED' and delivered_at < now() - interval '30 days' limit 1000)
            """,
            // The table itself lets nothing younger go.
            """
            delete from denial where id in (
                select id from denial where denied_at < now() - interval '185 days' limit 1000)
            """);

    private final Pool pool;

    Housekeeping(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        var done = Uni.createFrom().voidItem();
        for (var removal : REMOVALS) {
            done = done.chain(() -> pool.query(removal).execute().replaceWithVoid());
        }
        return done.onFailure()
                .invoke(failure -> LOG.warn("housekeeping will be tried again", failure))
                .onFailure()
                .recoverWithNull();
    }
}
