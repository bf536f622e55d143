package io.anju.care.complaint;

import io.anju.care.calendar.Calendars;
import io.anju.care.complaint.ComplaintFiles.Deadline;
import io.anju.care.complaint.ComplaintFiles.Place;
import io.anju.care.complaint.model.Complaint;
import io.anju.care.complaint.model.ComplaintRefusal;
import io.anju.care.complaint.model.LegalClock;
import io.anju.care.complaint.model.Outcome;
import io.anju.care.inbox.Inbox;
import io.anju.care.permit.ContactStops;
import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What staff do with complaints: read, step aside, take more time within the law, answer. */
@ApplicationScoped
public class Answering {

    private final ComplaintFiles files;
    private final ContactStops stops;
    private final Calendars calendars;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Ids ids;
    private final BusinessClock clock;

    Answering(
            ComplaintFiles files,
            ContactStops stops,
            Calendars calendars,
            Inbox inbox,
            Outbox outbox,
            Ids ids,
            BusinessClock clock) {
        this.files = files;
        this.stops = stops;
        this.calendars = calendars;
        this.inbox = inbox;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param overdue only those whose deadline has gone by */
    public Uni<List<ComplaintEntry>> listPending(Tx tx, boolean overdue, Optional<Place> after, int limit) {
        var dueBefore = overdue ? Optional.of(clock.today()) : Optional.<LocalDate>empty();
        return files.listPending(tx, dueBefore, after, limit);
    }

    /** What the customer wrote is read by somebody: that is kept. */
    public Uni<Optional<ComplaintEntry>> read(Tx tx, UUID officer, UUID id) {
        return files.find(tx, id)
                .call(found -> found.isPresent()
                        ? files.recordReading(tx, id, officer, clock.now())
                        : Uni.createFrom().voidItem());
    }

    /** Every deadline the complaint has had, the first one first. */
    public Uni<List<Deadline>> listDeadlines(Tx tx, UUID id) {
        return files.listDeadlines(tx, id);
    }

    /** Whether an answer is owed that should have been there. */
    public boolean isOverdue(ComplaintEntry entry) {
        return entry.complaint() instanceof Complaint.Pending pending && pending.isOverdue(clock.today());
    }

    /** The officer had a part in the matter and steps aside. */
    public Uni<Result<ComplaintEntry, ComplaintRefusal>> recuse(Tx tx, UUID officer, UUID id) {
        return step(tx, id, pending -> Result.ok(pending.recuse(officer)));
    }

    /**
     * The first time because the matter is complex; the second with the approval of another person; no third, and none
     * once the deadline has gone by.
     */
    public Uni<Result<ComplaintEntry, ComplaintRefusal>> extend(Tx tx, UUID officer, UUID id) {
        return calendars
                .around(tx, clock.today())
                .flatMap(calendar -> files.clock(tx, calendar))
                .flatMap(days -> step(tx, id, pending -> extended(pending, officer, days, clock.today())))
                .call(result -> result instanceof Result.Ok<ComplaintEntry, ComplaintRefusal>(ComplaintEntry entry)
                        ? tellOfExtension(tx, entry)
                        : Uni.createFrom().voidItem());
    }

    private static Result<Complaint, ComplaintRefusal> extended(
            Complaint.Pending pending, UUID officer, LegalClock days, LocalDate today) {
        return switch (pending) {
            case Complaint.Open open -> open.extend(officer, days, today).map(it -> it);
            case Complaint.Extended once ->
                once.approveMore(officer, days, today).map(it -> it);
            case Complaint.ExtendedAgain twice -> Result.refused(new ComplaintRefusal.NoMoreTime());
        };
    }

    private Uni<Void> tellOfExtension(Tx tx, ComplaintEntry entry) {
        return entry.complaint() instanceof Complaint.Pending pending
                ? inbox.tell(tx, pending.file().customer(), ComplaintNotices.extended(ids.next(), entry.id(), pending))
                : Uni.createFrom().voidItem();
    }

    /** The written answer; contact is possible again. */
    public Uni<Result<ComplaintEntry, ComplaintRefusal>> answer(
            Tx tx, UUID officer, UUID id, Outcome outcome, String text) {
        return step(tx, id, pending -> pending.answer(officer, outcome, text).map(it -> it))
                .call(result -> result instanceof Result.Ok<ComplaintEntry, ComplaintRefusal>(ComplaintEntry entry)
                        ? announce(tx, entry, outcome)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> announce(Tx tx, ComplaintEntry entry, Outcome outcome) {
        var file = entry.complaint().file();
        var customer = file.customer();
        return stops.lift(tx, customer, entry.id())
                .chain(() -> outbox.append(tx, ComplaintEvents.answered(entry.id(), file, outcome)))
                .chain(() -> inbox.tell(tx, customer, ComplaintNotices.answered(entry.id(), file)));
    }

    private Uni<Result<ComplaintEntry, ComplaintRefusal>> step(
            Tx tx, UUID id, Function<Complaint.Pending, Result<Complaint, ComplaintRefusal>> step) {
        return files.findForChange(tx, id)
                .flatMap(found -> found.isEmpty()
                        ? refused(new ComplaintRefusal.Unknown())
                        : switch (found.get().complaint()) {
                            case Complaint.Pending pending -> take(tx, found.get(), step.apply(pending));
                            case Complaint.Answered answered -> refused(new ComplaintRefusal.Closed());
                            case Complaint.Withdrawn withdrawn -> refused(new ComplaintRefusal.Closed());
                        });
    }

    private Uni<Result<ComplaintEntry, ComplaintRefusal>> take(
            Tx tx, ComplaintEntry entry, Result<Complaint, ComplaintRefusal> next) {
        return switch (next) {
            case Result.Ok<Complaint, ComplaintRefusal>(Complaint complaint) ->
                files.change(tx, entry, complaint, clock.now()).map(Result::ok);
            case Result.Refused<Complaint, ComplaintRefusal>(ComplaintRefusal refusal) -> refused(refusal);
        };
    }

    private static Uni<Result<ComplaintEntry, ComplaintRefusal>> refused(ComplaintRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
