package io.anju.care.calendar.store;

import io.anju.care.calendar.CalendarProposals;
import io.anju.care.calendar.YearInForce;
import io.anju.care.calendar.model.CalendarProposal;
import io.anju.care.calendar.model.CalendarProposal.Decided;
import io.anju.care.calendar.model.CalendarProposal.Proposed;
import io.anju.care.calendar.model.CalendarYear;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plain SQL: days go in as sets, and hand-entered ones of the same tables stay what they are. */
@ApplicationScoped
class SqlCalendarProposals implements CalendarProposals {

    /** Greater than every id. */
    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    private static final String PROPOSAL = """
            select id, year, source, cast(days as text), proposed_by, proposed_at, state, decided_by, reason, decided_at
            from calendar_proposal
            """;

    @Override
    public Uni<Optional<CalendarProposal>> find(Tx tx, UUID id) {
        return tx.select(PROPOSAL + "where id = $1", id).map(SqlCalendarProposals::first);
    }

    @Override
    public Uni<Optional<CalendarProposal>> findForUpdate(Tx tx, UUID id) {
        return tx.select(PROPOSAL + "where id = $1 for update", id).map(SqlCalendarProposals::first);
    }

    @Override
    public Uni<List<CalendarProposal>> list(Tx tx, Optional<UUID> before, int limit) {
        return tx.select(PROPOSAL + "where id < $1 order by id desc limit $2", before.orElse(AFTER_ALL), limit)
                .map(rows -> rows.stream().map(ProposalColumns::read).toList());
    }

    @Override
    public Uni<Boolean> add(Tx tx, Proposed proposal) {
        var calendar = proposal.calendar();
        return tx.update(
                        """
                        insert into calendar_proposal (id, year, source, days, state, proposed_by, proposed_at)
                        values ($1, $2, $3, cast(cast($4 as text) as jsonb), 'PROPOSED', $5, $6)
                        on conflict (year) where state = 'PROPOSED' do nothing
                        """,
                        proposal.id(),
                        calendar.year(),
                        calendar.source(),
                        ProposalColumns.days(calendar),
                        proposal.proposedBy(),
                        proposal.proposedAt())
                .map(added -> added == 1);
    }

    @Override
    public Uni<Void> save(Tx tx, Decided decided) {
        return tx.update(
                        """
                        update calendar_proposal set state = $2, decided_by = $3, reason = $4, decided_at = $5
                        where id = $1
                        """,
                        decided.id(),
                        decided.outcome().name(),
                        decided.decidedBy(),
                        decided.reason(),
                        decided.decidedAt())
                .replaceWithVoid();
    }

    @Override
    public Uni<YearInForce> inForce(Tx tx, int year) {
        return tx.select("""
                        select day, kind, name, source from calendar_day where day between $1 and $2
                        union all select null, null, null, source from calendar_year where year = $3
                        order by 1
                        """, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), year)
                .map(rows -> ProposalColumns.inForce(year, rows));
    }

    @Override
    public Uni<Void> putInForce(Tx tx, CalendarYear calendar, LocalDate from) {
        return tx.update("delete from calendar_day where day between $1 and $2", from, calendar.lastDay())
                .chain(() -> tx.update("""
                        insert into calendar_day (day, kind, name, source)
                        select cast(entry ->> 'day' as date), entry ->> 'kind', entry ->> 'name', $2
                        from jsonb_array_elements(cast(cast($1 as text) as jsonb)) as listed (entry)
                        where cast(entry ->> 'day' as date) >= $3
                        """, ProposalColumns.days(calendar), calendar.source(), from))
                .chain(() -> tx.update("""
                        insert into calendar_year (year, source) values ($1, $2)
                        on conflict (year) do update set source = excluded.source
                        """, calendar.year(), calendar.source()))
                .replaceWithVoid();
    }

    private static Optional<CalendarProposal> first(List<@Nullable Object[]> rows) {
        return rows.stream().findFirst().map(ProposalColumns::read);
    }
}
