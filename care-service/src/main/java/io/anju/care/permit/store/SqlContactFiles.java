package io.anju.care.permit.store;

import io.anju.care.agency.AgencyStanding;
import io.anju.care.calendar.model.DayKind;
import io.anju.care.permit.ContactAsk;
import io.anju.care.permit.ContactFiles;
import io.anju.care.permit.ContactRecord;
import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactDecision;
import io.anju.care.permit.model.ContactFacts;
import io.anju.care.permit.model.ContactOutcome;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.care.permit.model.ContactRefusal;
import io.anju.care.permit.model.ContactRequest;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plain SQL: the lock and what is read under it are statements whose order matters. */
@ApplicationScoped
class SqlContactFiles implements ContactFiles {

    /** Greater than every id. */
    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    private final FactSheet facts;

    SqlContactFiles(FactSheet facts) {
        this.facts = facts;
    }

    // Customers always before numbers, so that two transactions never wait for each other crosswise.
    @Override
    public Uni<Void> lock(Tx tx, UUID customer) {
        return tx.select("select 1 from pg_advisory_xact_lock(7001, hashtext($1))", customer.toString())
                .flatMap(locked -> tx.select("""
                        select 1 from contact_person,
                            pg_advisory_xact_lock(7002, hashtext(encode(number_key, 'hex')))
                        where customer_id = $1
                        """, customer))
                .replaceWithVoid();
    }

    @Override
    public Uni<ContactFacts> facts(Tx tx, UUID customer, AgencyStanding agency, ContactRequest request, DayKind day) {
        return facts.gather(tx, customer, agency, request, day);
    }

    @Override
    public Uni<Void> record(
            Tx tx,
            UUID id,
            UUID customer,
            AgencyStanding agency,
            ContactAsk ask,
            ContactDecision decision,
            Instant at) {
        var request = ask.request();
        return tx.update(
                        """
                        insert into contact_decision
                            (customer_id, id, agency_id, reference, purpose, channel, campaign, planned_at, planned_day,
                             number_key, decided_at, permitted, codes, valid_until)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
                            (select number_key from contact_person where customer_id = $1),
                            $10, $11, $12, cast($13 as timestamptz))
                        """,
                        customer,
                        id,
                        agency.id(),
                        ask.reference(),
                        request.purpose().name(),
                        request.channel().name(),
                        ask.campaign(),
                        request.plannedAt(),
                        request.planned().toLocalDate(),
                        at,
                        decision instanceof ContactDecision.Permitted,
                        codes(decision),
                        validUntil(decision))
                .replaceWithVoid();
    }

    private static String codes(ContactDecision decision) {
        return switch (decision) {
            case ContactDecision.Permitted permitted -> "";
            case ContactDecision.Refused refused ->
                refused.reasons().stream().map(ContactRefusal::code).collect(Collectors.joining(","));
        };
    }

    private static @Nullable Instant validUntil(ContactDecision decision) {
        return switch (decision) {
            case ContactDecision.Permitted permitted -> permitted.window().until();
            case ContactDecision.Refused refused -> null;
        };
    }

    @Override
    public Uni<Optional<Held>> findPermit(Tx tx, UUID agency, UUID id) {
        return tx.select("""
                        select customer_id, purpose, channel, planned_at from contact_decision
                        where id = $1 and agency_id = $2 and permitted
                        """, id, agency)
                .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(held(rows.getFirst())));
    }

    private static Held held(@Nullable Object[] row) {
        var request = new ContactRequest(
                ContactPurpose.valueOf((String) row[1]), ContactChannel.valueOf((String) row[2]), (Instant) row[3]);
        return new Held((UUID) row[0], request);
    }

    @Override
    public Uni<Boolean> report(Tx tx, UUID id, UUID customer, ContactOutcome outcome, Instant at) {
        return tx.update("""
                        insert into contact_outcome (customer_id, decision_id, outcome, reported_at)
                        values ($1, $2, $3, $4) on conflict do nothing
                        """, customer, id, outcome.name(), at).map(written -> written == 1);
    }

    @Override
    public Uni<List<ContactRecord>> list(Tx tx, UUID customer, Optional<UUID> before, int limit) {
        return tx.select("""
                        select d.id, a.name, d.purpose, d.channel, d.campaign, d.planned_at, d.decided_at, d.codes, o.outcome
                        from contact_decision d join agency a on a.id = d.agency_id
                        left join contact_outcome o on o.customer_id = d.customer_id and o.decision_id = d.id
                        where d.customer_id = $1 and d.id < $2 order by d.id desc limit $3
                        """, customer, before.orElse(AFTER_ALL), limit)
                .map(rows -> rows.stream().map(SqlContactFiles::contact).toList());
    }

    private static ContactRecord contact(@Nullable Object[] row) {
        var codes = String.valueOf(row[7]);
        return new ContactRecord(
                (UUID) row[0],
                (String) row[1],
                ContactPurpose.valueOf((String) row[2]),
                ContactChannel.valueOf((String) row[3]),
                (String) row[4],
                (Instant) row[5],
                (Instant) row[6],
                codes.isEmpty() ? List.of() : List.of(codes.split(",")),
                Optional.ofNullable((String) row[8]).map(ContactOutcome::valueOf));
    }

    @Override
    public Uni<Optional<Set<UUID>>> involved(Tx tx, UUID customer, UUID decision) {
        return tx.select("""
                        select r.issued_by, a.proposed_by, a.vetted_by
                        from contact_decision d
                        join customer_reference r on r.reference = d.reference
                        join agency a on a.id = d.agency_id
                        where d.customer_id = $1 and d.id = $2
                        """, customer, decision)
                .map(rows -> rows.stream().findFirst().map(SqlContactFiles::people));
    }

    private static Set<UUID> people(@Nullable Object[] row) {
        return Arrays.stream(row).filter(Objects::nonNull).map(UUID.class::cast).collect(Collectors.toSet());
    }
}
