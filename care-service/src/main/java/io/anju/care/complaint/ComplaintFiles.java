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
import java.util.Set;
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

    /**
     * Those that wait for an answer, the most urgent first, after the given due day and id.
     *
     * @param dueBefore only those due before this day; empty for all
     */
    Uni<List<ComplaintEntry>> listPending(Tx tx, Optional<LocalDate> dueBefore, Optional<Place> after, int limit);

    /** Every deadline a complaint has had, the first one first. */
    Uni<List<Deadline>> listDeadlines(Tx tx, UUID complaint);

    /**
     * A deadline as it was given.
     *
     * @param step OPEN, EXTENDED or EXTENDED_AGAIN
     * @param givenBy empty for the first, which the law gives
     * @param givenAt empty where nobody wrote it down
     */
    record Deadline(String step, LocalDate dueOn, Optional<UUID> givenBy, Optional<Instant> givenAt) {}

    /**
     * Marks complaints that wait for an answer and were due before {@code today} as told of, the oldest first: whoever
     * gets one here tells of it, and nobody gets it again.
     */
    Uni<List<Missed>> takeUntoldOverdue(Tx tx, LocalDate today, Instant at, int limit);

    /** A complaint whose deadline has gone by without an answer. */
    record Missed(UUID id, UUID customer, Kind kind, LocalDate dueOn) {}

    /** How many wait for an answer that were due before {@code today}. */
    Uni<Long> countOverdue(Tx tx, LocalDate today);

    /** Where a list of pending complaints goes on. */
    record Place(LocalDate dueOn, UUID id) {}

    /** The days the law gives, on this calendar. */
    Uni<LegalClock> clock(Tx tx, BusinessDays calendar);

    /** Keeps who decided on a customer's application: whoever did has a part in every complaint and appeal about that. */
    Uni<Void> recordDeciders(Tx tx, UUID customer, UUID application, Set<UUID> staff);

    /** Takes away those of a customer that are closed, with who read them and who had decided. */
    Uni<Void> deleteClosed(Tx tx, UUID customer);

    /** Keeps that a member of staff read what the customer wrote. */
    Uni<Void> recordReading(Tx tx, UUID complaint, UUID officer, Instant at);
}
