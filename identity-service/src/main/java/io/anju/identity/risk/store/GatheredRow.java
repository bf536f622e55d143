package io.anju.identity.risk.store;

import io.anju.identity.risk.RiskStore.Gathered;
import io.anju.identity.risk.model.Signals;
import io.anju.identity.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the rules are asked with, by one statement: the decision has ten milliseconds, and each further round trip
 * would be one. So this is the one place that reads the tables of its neighbours.
 */
final class GatheredRow {

    /**
     * $1 person, $2 session, $3 device, $4 address, $5 prefix, $6 a day ago, $7 an hour ago, $8 a year ago, $9 now.
     *
     * <p>A card is changed when one is bound although one was bound before. What a person unbound, unlinked or withdrew
     * is nowhere read.
     *
     * <p>To plan this costs several times what it costs to run, so its plan must be one that PostgreSQL keeps: it does when
     * the plan for any values looks as cheap as one for these values. That acts lie before infinity says nothing but that
     * the span is a narrow one, which the server cannot know otherwise.
     */
    static final String SELECT = """
            WITH asked AS (
                SELECT p.id, c.phone_hash, coalesce(c.registered_at, m.enrolled_at, $9) AS since, s.opened_at AS session_at,
                       coalesce($3::bytea, s.device_hash) AS device
                FROM person p
                LEFT JOIN customer c ON c.id = p.id
                LEFT JOIN staff_member m ON m.id = p.id
                LEFT JOIN session s ON s.id = $2::uuid AND s.person_id = p.id
                WHERE p.id = $1)
            SELECT asked.since, asked.device,
                (SELECT version FROM risk_rule_set) AS rule_set,
                coalesce((SELECT failures FROM failure_count
                          WHERE subject = 'person:' || asked.id AND last_failed_at > $6), 0) AS failures,
                (SELECT count(*) FROM (SELECT 1 FROM risk_failure
                     WHERE trace = asked.device AND failed_at > $6 LIMIT 1000) f)::int AS failures_device,
                (SELECT count(*) FROM (SELECT 1 FROM risk_failure
                     WHERE trace = $4 AND failed_at > $6 LIMIT 1000) f)::int AS failures_address,
                (SELECT count(*) FROM (SELECT 1 FROM risk_failure
                     WHERE trace = $5 AND failed_at > $6 LIMIT 1000) f)::int AS failures_prefix,
                asked.since < $6 AND coalesce(asked.session_at > $6, true)
                    AND NOT EXISTS (SELECT 1 FROM session o WHERE o.person_id = asked.id
                                    AND o.device_hash = asked.device AND o.opened_at <= $6) AS new_device,
                asked.since < $6
                    AND NOT EXISTS (SELECT 1 FROM risk_sighting o WHERE o.person_id = asked.id
                                    AND o.trace = $5 AND o.first_seen_at <= $6)
                    AND EXISTS (SELECT 1 FROM risk_sighting o WHERE o.person_id = asked.id AND o.first_seen_at <= $6)
                    AS new_place,
                listed.device AS listed_device, listed.address AS listed_address, listed.phone AS listed_phone,
                acts.hour AS acts_hour, acts.day AS acts_day,
                passkeys.enrolled_at AS passkey_at, passkeys.backup_changed_at AS passkey_backup_at,
                history.phone_changed_at, history.card_changed_at, history.largest
            FROM asked
            CROSS JOIN LATERAL (
                SELECT coalesce(bool_or(trace = asked.device), false) AS device,
                       coalesce(bool_or(trace IN ($4, $5)), false) AS address,
                       coalesce(bool_or(trace = asked.phone_hash), false) AS phone
                FROM risk_listed WHERE trace IN (asked.device, $4, $5, asked.phone_hash) AND until > $9) listed
            CROSS JOIN LATERAL (
                SELECT max(enrolled_at) AS enrolled_at, max(backup_changed_at) AS backup_changed_at
                FROM passkey WHERE person_id = asked.id AND revoked_at IS NULL) passkeys
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE decided_at > $7)::int AS hour, count(*)::int AS day
                FROM (SELECT decided_at FROM risk_decision WHERE person_id = asked.id AND counted
                      AND decided_at > $6 AND decided_at < 'infinity' ORDER BY decided_at DESC LIMIT 1000) d) acts
            CROSS JOIN LATERAL (
                SELECT max(proven_at) FILTER (WHERE act = 'phone.change') AS phone_changed_at,
                       CASE WHEN count(*) FILTER (WHERE act = 'card.bind') > 1
                            THEN max(proven_at) FILTER (WHERE act = 'card.bind') END AS card_changed_at,
                       coalesce(max(amount) FILTER (WHERE proven_at > $8), 0) AS largest
                FROM risk_history WHERE person_id = asked.id
                     AND (amount IS NOT NULL OR act IN ('phone.change', 'card.bind'))) history""";

    private GatheredRow() {}

    static Gathered read(Row row, Instant now) {
        return new Gathered(
                row.getLong("rule_set"),
                Optional.ofNullable(Sql.bytesOrNull(row, "device")),
                new Signals.Failures(
                        row.getInteger("failures"),
                        row.getInteger("failures_device"),
                        row.getInteger("failures_address"),
                        row.getInteger("failures_prefix")),
                new Signals.Whereabouts(
                        row.getBoolean("new_device"),
                        row.getBoolean("new_place"),
                        row.getBoolean("listed_device"),
                        row.getBoolean("listed_address"),
                        row.getBoolean("listed_phone")),
                new Signals.Velocity(row.getInteger("acts_hour"), row.getInteger("acts_day")),
                new Signals.Ages(
                        hours(Sql.instantOrNull(row, "since"), now),
                        hours(Sql.instantOrNull(row, "passkey_at"), now),
                        hours(Sql.instantOrNull(row, "passkey_backup_at"), now),
                        hours(Sql.instantOrNull(row, "phone_changed_at"), now),
                        hours(Sql.instantOrNull(row, "card_changed_at"), now)),
                row.getLong("largest"));
    }

    private static int hours(@Nullable Instant since, Instant now) {
        return since == null
                ? Signals.Ages.NEVER
                : (int) Math.max(0, Duration.between(since, now).toHours());
    }
}
