package io.anju.care.calendar;

import io.anju.care.calendar.model.CalendarProposal;
import io.anju.care.calendar.model.CalendarProposal.Decided;
import io.anju.care.calendar.model.CalendarProposal.Outcome;
import io.anju.care.calendar.model.CalendarProposal.Proposed;
import io.anju.care.calendar.model.CalendarRefusal;
import io.anju.care.calendar.model.CalendarYear;
import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** How two officers put a year's calendar in force, here and in the services that hear of it. */
@ApplicationScoped
public class CalendarChanges {

    private final CalendarProposals calendars;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Ids ids;

    CalendarChanges(CalendarProposals calendars, Outbox outbox, BusinessClock clock, Ids ids) {
        this.calendars = calendars;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    public Uni<Optional<CalendarProposal>> find(Tx tx, UUID id) {
        return calendars.find(tx, id);
    }

    /** Proposals, the newest first. */
    public Uni<List<CalendarProposal>> list(Tx tx, Optional<UUID> before, int limit) {
        return calendars.list(tx, before, limit);
    }

    /** What holds of a year. */
    public Uni<YearInForce> inForce(Tx tx, int year) {
        return calendars.inForce(tx, year);
    }

    /** The first officer's half. */
    public Uni<Result<Proposed, CalendarRefusal>> propose(Tx tx, CalendarYear calendar, UUID officer) {
        return calendars
                .inForce(tx, calendar.year())
                .map(inForce -> CalendarProposal.propose(
                        ids.next(), calendar, inForce.days(), clock.today(), officer, clock.now()))
                .flatMap(result -> result instanceof Result.Ok<Proposed, CalendarRefusal>(Proposed proposal)
                        ? calendars.add(tx, proposal).map(added -> added ? result : open(calendar))
                        : Uni.createFrom().item(result));
    }

    /** The second officer's yes: days and event in one transaction. Empty when there is no such proposal. */
    public Uni<Optional<Result<Decided, CalendarRefusal>>> approve(Tx tx, UUID id, UUID officer, String reason) {
        return end(
                tx,
                id,
                open -> calendars
                        .inForce(tx, open.calendar().year())
                        .map(inForce -> open.approve(officer, reason, clock.now(), inForce.days(), clock.today())));
    }

    /** The second officer's no. Empty when there is no such proposal. */
    public Uni<Optional<Result<Decided, CalendarRefusal>>> refuse(Tx tx, UUID id, UUID officer, String reason) {
        return end(tx, id, open -> Uni.createFrom().item(open.refuse(officer, reason, clock.now())));
    }

    /** The first officer takes it back. Empty when there is no such proposal. */
    public Uni<Optional<Result<Decided, CalendarRefusal>>> withdraw(Tx tx, UUID id, UUID officer) {
        return end(tx, id, open -> Uni.createFrom().item(open.withdraw(officer, clock.now())));
    }

    private Uni<Optional<Result<Decided, CalendarRefusal>>> end(
            Tx tx, UUID id, Function<Proposed, Uni<Result<Decided, CalendarRefusal>>> ending) {
        return calendars.findForUpdate(tx, id).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            return end(found.get(), ending)
                    .call(result -> result instanceof Result.Ok<Decided, CalendarRefusal>(Decided decided)
                            ? keep(tx, decided)
                            : Uni.createFrom().voidItem())
                    .map(Optional::of);
        });
    }

    private static Uni<Result<Decided, CalendarRefusal>> end(
            CalendarProposal proposal, Function<Proposed, Uni<Result<Decided, CalendarRefusal>>> ending) {
        return switch (proposal) {
            case Proposed open -> ending.apply(open);
            case Decided over ->
                Uni.createFrom()
                        .item(Result.refused(new CalendarRefusal.AlreadyDecided(
                                over.outcome().name())));
        };
    }

    private Uni<Void> keep(Tx tx, Decided decided) {
        var saved = calendars.save(tx, decided);
        if (decided.outcome() != Outcome.APPROVED) {
            return saved;
        }
        var from = decided.from(clock.today());
        return saved.chain(() -> calendars.putInForce(tx, decided.calendar(), from))
                .chain(() -> outbox.append(tx, CalendarAnnounced.of(decided.calendar(), from)));
    }

    private static Result<Proposed, CalendarRefusal> open(CalendarYear calendar) {
        return Result.refused(new CalendarRefusal.ProposalOpen(calendar.year()));
    }
}
