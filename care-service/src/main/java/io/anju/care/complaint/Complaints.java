package io.anju.care.complaint;

import io.anju.care.calendar.Calendars;
import io.anju.care.complaint.model.About;
import io.anju.care.complaint.model.Complaint;
import io.anju.care.complaint.model.ComplaintFile;
import io.anju.care.complaint.model.ComplaintRefusal;
import io.anju.care.complaint.model.Kind;
import io.anju.care.customer.Customers;
import io.anju.care.inbox.Inbox;
import io.anju.care.permit.ContactOutcomes;
import io.anju.care.permit.ContactStops;
import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a customer does with complaints and appeals: open one, which stops all contact in the same transaction; follow; withdraw. */
@ApplicationScoped
public class Complaints {

    private final Customers customers;
    private final ComplaintFiles files;
    private final ContactOutcomes contacts;
    private final ContactStops stops;
    private final Calendars calendars;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Ids ids;
    private final BusinessClock clock;

    Complaints(
            Customers customers,
            ComplaintFiles files,
            ContactOutcomes contacts,
            ContactStops stops,
            Calendars calendars,
            Inbox inbox,
            Outbox outbox,
            Ids ids,
            BusinessClock clock) {
        this.customers = customers;
        this.files = files;
        this.contacts = contacts;
        this.stops = stops;
        this.calendars = calendars;
        this.inbox = inbox;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param subject what it is about; for {@link About#CONTACT} the id of one of the customer's contacts */
    public Uni<Result<ComplaintEntry, ComplaintRefusal>> open(
            Tx tx, Kind kind, UUID customer, About about, Optional<UUID> subject, String text) {
        return customers.requireThere(tx, customer).chain(() -> openHere(tx, kind, customer, about, subject, text));
    }

    private Uni<Result<ComplaintEntry, ComplaintRefusal>> openHere(
            Tx tx, Kind kind, UUID customer, About about, Optional<UUID> subject, String text) {
        if (about != About.CONTACT || subject.isEmpty()) {
            return open(tx, kind, customer, about, subject, text, Set.of());
        }
        return contacts.involved(tx, customer, subject.get())
                .flatMap(involved -> involved.isEmpty()
                        ? refused(new ComplaintRefusal.UnknownContact(subject.get()))
                        : open(tx, kind, customer, about, subject, text, involved.get()));
    }

    private Uni<Result<ComplaintEntry, ComplaintRefusal>> open(
            Tx tx, Kind kind, UUID customer, About about, Optional<UUID> subject, String text, Set<UUID> involved) {
        var today = clock.today();
        var file = new ComplaintFile(customer, kind, about, subject, text, today, involved);
        return calendars
                .around(tx, today)
                .flatMap(calendar -> files.clock(tx, calendar))
                .map(days -> new Complaint.Open(file, days.first(today)))
                .flatMap(open -> files.add(tx, ids.next(), open, clock.now()).call(entry -> announce(tx, entry, open)))
                .map(Result::ok);
    }

    private Uni<Void> announce(Tx tx, ComplaintEntry entry, Complaint.Open open) {
        var customer = open.file().customer();
        return stops.stop(tx, customer, entry.id())
                .chain(() -> outbox.append(tx, ComplaintEvents.opened(entry.id(), open.file())))
                .chain(() -> inbox.tell(tx, customer, ComplaintNotices.opened(entry.id(), open)));
    }

    /** Empty when the customer has no such complaint, or appeal. */
    public Uni<Optional<ComplaintEntry>> find(Tx tx, Kind kind, UUID customer, UUID id) {
        return files.find(tx, id).map(found -> found.filter(entry -> isOf(customer, kind, entry)));
    }

    public Uni<List<ComplaintEntry>> list(Tx tx, Kind kind, UUID customer, Optional<UUID> before, int limit) {
        return files.list(tx, kind, customer, before, limit);
    }

    /** The customer takes it back; contact is possible again. */
    public Uni<Result<ComplaintEntry, ComplaintRefusal>> withdraw(Tx tx, Kind kind, UUID customer, UUID id) {
        return files.findForChange(tx, id)
                .map(found -> found.filter(entry -> isOf(customer, kind, entry)))
                .flatMap(found -> found.isEmpty()
                        ? refused(new ComplaintRefusal.Unknown())
                        : switch (found.get().complaint()) {
                            case Complaint.Pending pending -> withdraw(tx, found.get(), pending);
                            case Complaint.Answered answered -> refused(new ComplaintRefusal.Closed());
                            case Complaint.Withdrawn withdrawn -> refused(new ComplaintRefusal.Closed());
                        });
    }

    private Uni<Result<ComplaintEntry, ComplaintRefusal>> withdraw(
            Tx tx, ComplaintEntry entry, Complaint.Pending pending) {
        return files.change(tx, entry, pending.withdraw(), clock.now())
                .call(closed -> stops.lift(tx, pending.file().customer(), entry.id()))
                .map(Result::ok);
    }

    private static boolean isOf(UUID customer, Kind kind, ComplaintEntry entry) {
        var file = entry.complaint().file();
        return file.customer().equals(customer) && file.kind() == kind;
    }

    private static Uni<Result<ComplaintEntry, ComplaintRefusal>> refused(ComplaintRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
