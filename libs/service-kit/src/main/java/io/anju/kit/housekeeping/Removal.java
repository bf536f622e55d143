package io.anju.kit.housekeeping;

import java.util.List;

/**
 * One kind of rows that go, in one statement.
 *
 * @param name under which replicas keep out of each other's way
 * @param sql with the age of events in seconds as $1 and the number of rows as $2; answers how many rows it took
 */
public record Removal(String name, String sql) {

    static final List<Removal> OF_THE_KIT = List.of(
            // A verification token ends after 120 s; an hour more allows for any clock.
            new Removal("used verification tokens", deletion("used_verification_token", "jti", """
                    expires_at < now() - interval '1 hour'""")),
            // One comes with every request of an app that proves its key, so they go in larger numbers. A minute
            // more allows for clocks that differ.
            new Removal("used proofs", """
                    with gone as (
                        delete from dpop_proof where proof_hash in (
                            select proof_hash from dpop_proof
                            where expires_at < now() - interval '1 minute' and $1::bigint is not null
                            limit $2 * 20)
                        returning 1)
                    select count(*) from gone
                    """),
            new Removal("idempotency keys", deletion("idempotency_key", "scope, key", """
                    created_at < now() - interval '72 hours'""")),
            // The table itself lets nothing younger go.
            new Removal("denials", deletion("denial", "id", """
                    denied_at < now() - interval '185 days'""")),
            // An event stays until every subscriber has read past it and no delivery of it is outstanding or parked.
            // Those marked as delivered are of a version before, which kept them.
            new Removal("told events", """
                    with old as materialized (
                        select e.position from outbox_event e
                        where e.occurred_at < now() - $1 * interval '1 second'
                          and e.position <= (select min(position) from outbox_subscription)
                          and not exists (
                              select from outbox_delivery d where d.position = e.position and d.state <> 'DELIVERED')
                        order by e.occurred_at limit $2),
                    deliveries as (
                        delete from outbox_delivery d using old where d.position = old.position),
                    events as (
                        delete from outbox_event e using old where e.position = old.position returning 1)
                    select count(*) from events
                    """),
            // An event is known for as long as its source may tell it again: V0_4__retention.sql, inbox_source.
            new Removal("heard events", """
                    with old as materialized (
                        select e.id from inbox_source s
                        cross join lateral (
                            select id from inbox_event
                            where source = s.source
                              and received_at < least(s.delivered_before, now() - $1 * interval '1 second')
                            order by received_at limit $2) e
                        limit $2),
                    events as (
                        delete from inbox_event e using old where e.id = old.id returning 1)
                    select count(*) from events
                    """));

    /**
     * Rows of a table that are old by a condition of their own.
     *
     * @param key what tells them apart
     */
    public static Removal of(String name, String table, String key, String old) {
        return new Removal(name, deletion(table, key, old));
    }

    /** Uses the first argument only to have the same two as the others. */
    private static String deletion(String table, String key, String old) {
        return """
                with gone as (
                    delete from %1$s where (%2$s) in (
                        select %2$s from %1$s where %3$s and $1::bigint is not null limit $2)
                    returning 1)
                select count(*) from gone
                """.formatted(table, key, old.strip());
    }
}
