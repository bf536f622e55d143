package io.anju.care.calendar;

import io.anju.care.calendar.model.CalendarProposal;
import io.anju.care.calendar.model.CalendarYear;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where calendars are kept, those in force and those that are proposed. */
public interface CalendarProposals {

    Uni<Optional<CalendarProposal>> find(Tx tx, UUID id);

    /** Locked until the transaction ends, so that a proposal ends once. */
    Uni<Optional<CalendarProposal>> findForUpdate(Tx tx, UUID id);

    /** Proposals made before that one, the newest first; from the newest when there is none. */
    Uni<List<CalendarProposal>> list(Tx tx, Optional<UUID> before, int limit);

    /** Keeps a proposal; false, and nothing is kept, where another one of the same year waits. */
    Uni<Boolean> add(Tx tx, CalendarProposal.Proposed proposal);

    /** Keeps how a proposal ended. */
    Uni<Void> save(Tx tx, CalendarProposal.Decided decided);

    /** What holds of a year, and whether all of it is announced. */
    Uni<YearInForce> inForce(Tx tx, int year);

    /** Puts the calendar in place of what held of its year from that day on. */
    Uni<Void> putInForce(Tx tx, CalendarYear calendar, LocalDate from);
}
