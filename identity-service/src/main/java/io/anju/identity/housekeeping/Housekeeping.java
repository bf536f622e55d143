package io.anju.identity.housekeeping;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Removes what has served its time, a bounded number at a time. What the law has us keep (customers, acceptances,
 * consents, access records, decisions, verifications) is not touched.
 */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    // Batches of one kind in a row; the rest waits for the next time.
    private static final int BATCHES = 50;

    // The smallest batch below; whatever removes fewer has removed all.
    private static final int BATCH = 1_000;

    private static final List<String> REMOVALS = List.of(
            // The caps look back 24 hours.
            "DELETE FROM sms_code WHERE id IN (SELECT id FROM sms_code WHERE sent_at < now() - interval '2 days' LIMIT 1000)",
            // Sooner than their codes, by which an erasure finds them.
            """
            DELETE FROM registration WHERE id IN (
                SELECT id FROM registration WHERE expires_at < now() - interval '1 day' LIMIT 1000)""",
            "DELETE FROM sign_in WHERE id IN (SELECT id FROM sign_in WHERE expires_at < now() - interval '1 day' LIMIT 1000)",
            """
            DELETE FROM phone_change WHERE id IN (
                SELECT id FROM phone_change WHERE completed_at IS NULL AND expires_at < now() - interval '1 day' LIMIT 1000)""",
            "DELETE FROM passkey_enrolment WHERE expires_at < now()",
            "DELETE FROM client_assertion WHERE expires_at < now()",
            "DELETE FROM failure_count WHERE last_failed_at < now() - interval '24 hours'",
            """
            DELETE FROM risk_failure WHERE ctid IN (
                SELECT ctid FROM risk_failure WHERE failed_at < now() - interval '24 hours' LIMIT 10000)""",
            // Kept as long as they serve to recognise a new place, no longer.
            """
            DELETE FROM risk_sighting WHERE ctid IN (
                SELECT ctid FROM risk_sighting WHERE last_seen_at < now() - interval '180 days' LIMIT 10000)""",
            "DELETE FROM risk_listed WHERE until < now() - interval '30 days'",
            // An ended or expired session gives nothing any more, whichever of its tokens comes back.
            """
            DELETE FROM refresh_token WHERE token_hash IN (
                SELECT token_hash FROM refresh_token t JOIN session s ON s.id = t.session_id
                WHERE coalesce(s.ended_at, s.expires_at) < now() - interval '7 days' LIMIT 1000)""");

    private final Pool pool;

    Housekeeping(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return Multi.createFrom()
                .iterable(REMOVALS)
                .onItem()
                .transformToUniAndConcatenate(this::remove)
                .collect()
                .last();
    }

    /** Batch after batch until nothing of the kind is left; a kind that fails does not hold back the next. */
    private Uni<Void> remove(String removal) {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.query(removal).execute().map(SqlResult::rowCount))
                .whilst(removed -> removed >= BATCH)
                .select()
                .first(BATCHES)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "housekeeping will be tried again: %s", removal))
                .onFailure()
                .recoverWithNull();
    }
}
