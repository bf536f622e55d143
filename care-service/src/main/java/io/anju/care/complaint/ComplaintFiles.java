package io.anju.care.complaint;

import io.anju.care.complaint.model.Complaint;
import io.anju.care.complaint.model.Kind;
import io.anju.care.complaint.model.LegalClock;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where complaints are kept. */
public interface ComplaintFiles {

    Uni<ComplaintEntry> add(Tx tx, UUID id, Complaint complaint, Instant at);

    /** To look at. */
    Uni<Optional<ComplaintEntry>> find(Tx tx, UUID id);

    /** To change: others who want to change it wait until this transaction ends. */
    Uni<Optional<ComplaintEntry>> findForChange(Tx tx, UUID id);

    Uni<ComplaintEntry> change(Tx tx, ComplaintEntry entry, Complaint next, Instant at);

    /** A customer's of this kind, newest first, those before {@code before}. */
    Uni<List<ComplaintEntry>> list(Tx tx, Kind kind, UUID customer, Optional<UUID> before, int limit);

    /** Those that wait for an answer, the most urgent first, after the given due day and id. */
    Uni<List<ComplaintEntry>> listPending(Tx tx, Optional<Place> after, int limit);

    /** Where a list of pending complaints goes on. */
    record Place(LocalDate dueOn, UUID id) {}

    /** The days the law gives, on this calendar. */
    Uni<LegalClock> clock(Tx tx, BusinessDays calendar);

    /** Takes away those of a customer that are closed, and who read them. */
    Uni<Void> deleteClosed(Tx tx, UUID customer);

    /** Keeps that a member of staff read what the customer wrote. */
    Uni<Void> recordReading(Tx tx, UUID complaint, UUID officer, Instant at);
}
