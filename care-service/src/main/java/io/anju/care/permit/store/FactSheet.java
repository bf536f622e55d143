package io.anju.care.permit.store;

import io.anju.care.agency.AgencyStanding;
import io.anju.care.calendar.model.DayKind;
import io.anju.care.permit.model.CapUse;
import io.anju.care.permit.model.Consent;
import io.anju.care.permit.model.ContactCap;
import io.anju.care.permit.model.ContactFacts;
import io.anju.care.permit.model.ContactHours;
import io.anju.care.permit.model.ContactRequest;
import io.anju.care.permit.model.PurposePolicy;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads everything the rules look at, in two statements. */
@ApplicationScoped
class FactSheet {

    // Of the words on this channel and on any channel the latest counts; of two at once the no.
    private static final String FACTS = """
            select p.allowed_from, p.allowed_until, p.on_public_holidays, p.consent_days, p.window_minutes,
                c.granted, c.said_at,
                exists (select 1 from contact_person where customer_id = $1 and gone_at is not null),
                (select min(since) from contact_stop where customer_id = $1 and lifted_at is null),
                (select min(since) from contact_refusal
                 where customer_id = $1 and purpose = $2 and channel in ($3, 'ANY'))
            from contact_purpose_policy p
            left join lateral (
                select granted, said_at from contact_consent
                where customer_id = $1 and purpose = $2 and channel in ($3, 'ANY')
                order by said_at desc, granted limit 1) c on true
            where p.purpose = $2
            """;

    // Permits of every period of the cap's length that holds the planned day: nearer to it than the cap has days.
    private static final String CAPS = """
            select cap.scope, cap.days, cap.most, (
                select count(*) from contact_decision d
                where d.permitted and d.purpose = cap.purpose
                  and d.planned_day > cast($3 as date) - cap.days and d.planned_day < cast($3 as date) + cap.days
                  and case cap.scope
                      when 'CUSTOMER' then d.customer_id = $1
                      when 'AGENCY' then d.customer_id = $1 and d.agency_id = $4
                      when 'NUMBER' then d.number_key = (select number_key from contact_person where customer_id = $1)
                      end)
            from contact_cap cap where cap.purpose = $2 order by cap.days, cap.scope
            """;

    Uni<ContactFacts> gather(Tx tx, UUID customer, AgencyStanding agency, ContactRequest request, DayKind day) {
        var purpose = request.purpose().name();
        return tx.select(FACTS, customer, purpose, request.channel().name())
                .flatMap(facts -> tx.select(
                                CAPS, customer, purpose, request.planned().toLocalDate(), agency.id())
                        .map(caps -> facts(facts.getFirst(), caps, agency, day)));
    }

    private static ContactFacts facts(
            @Nullable Object[] row, List<@Nullable Object[]> caps, AgencyStanding agency, DayKind day) {
        return new ContactFacts(
                agency.lapse(),
                Boolean.TRUE.equals(row[7]),
                Optional.ofNullable((Instant) row[8]),
                Optional.ofNullable((Instant) row[9]),
                row[6] instanceof Instant saidAt
                        ? Optional.of(new Consent(Boolean.TRUE.equals(row[5]), saidAt))
                        : Optional.empty(),
                day,
                caps.stream().map(FactSheet::capUse).toList(),
                policy(row));
    }

    private static PurposePolicy policy(@Nullable Object[] row) {
        var hours = new ContactHours((LocalTime) row[0], (LocalTime) row[1], Boolean.TRUE.equals(row[2]));
        var consentLasts = Optional.ofNullable((Integer) row[3]).map(Duration::ofDays);
        return new PurposePolicy(hours, consentLasts, Duration.ofMinutes(number(row[4])));
    }

    private static CapUse capUse(@Nullable Object[] row) {
        var cap = new ContactCap(ContactCap.Scope.valueOf(String.valueOf(row[0])), number(row[1]), number(row[2]));
        return new CapUse(cap, number(row[3]));
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? Math.toIntExact(number.longValue()) : 0;
    }
}
