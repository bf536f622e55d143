package io.anju.care.complaint.store;

import io.anju.care.complaint.ComplaintEntry;
import io.anju.care.complaint.ComplaintFiles;
import io.anju.care.complaint.model.Complaint;
import io.anju.care.complaint.model.Kind;
import io.anju.care.complaint.model.LegalClock;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.tx.Tx;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Complaints as {@link ComplaintRow}s, with the staff involved beside them. */
@ApplicationScoped
class PanacheComplaints implements ComplaintFiles {

    // Those who say so themselves or were known at the beginning, and those who took the decision it is about.
    private static final String INVOLVED = """
            select staff_id from complaint_involved where complaint_id = $1
            union
            select d.staff_id from complaint c
            join application_decider d on d.customer_id = c.customer_id and d.application_id = c.subject_id
            where c.id = $1 and c.about = 'DECISION'
            """;

    private static final UUID AFTER_ALL = new UUID(-1L, -1L);
    private static final UUID BEFORE_ALL = new UUID(0L, 0L);
    private static final LocalDate AFTER_EVERY_DAY = LocalDate.of(9999, 12, 31);

    private final Texts texts;
    private final DeadlineSql deadlines;

    PanacheComplaints(Texts texts, DeadlineSql deadlines) {
        this.texts = texts;
        this.deadlines = deadlines;
    }

    @Override
    public Uni<ComplaintEntry> add(Tx tx, UUID id, Complaint complaint, Instant at) {
        var file = complaint.file();
        var row = new ComplaintRow();
        row.id = id;
        row.customerId = file.customer();
        row.kind = file.kind();
        row.about = file.about();
        row.subjectId = file.subject().orElse(null);
        row.sealedText = texts.seal(file.text(), id);
        row.receivedOn = file.received();
        row.receivedAt = at;
        row.writeState(complaint, at, texts);
        return row.<ComplaintRow>persistAndFlush()
                .flatMap(stored -> addInvolved(tx, id, file.involved()))
                .replaceWith(() -> new ComplaintEntry(id, complaint, at, row.version));
    }

    @Override
    public Uni<Optional<ComplaintEntry>> find(Tx tx, UUID id) {
        return ComplaintRow.<ComplaintRow>findById(id).flatMap(row -> entry(tx, row));
    }

    @Override
    public Uni<Optional<ComplaintEntry>> findForChange(Tx tx, UUID id) {
        return ComplaintRow.<ComplaintRow>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .flatMap(row -> entry(tx, row));
    }

    @Override
    public Uni<ComplaintEntry> change(Tx tx, ComplaintEntry entry, Complaint next, Instant at) {
        var joined = new HashSet<>(next.file().involved());
        joined.removeAll(entry.complaint().file().involved());
        return ComplaintRow.<ComplaintRow>findById(entry.id())
                .invoke(row -> row.writeState(next, at, texts))
                .call(row -> row.flush())
                .call(row -> addInvolved(tx, entry.id(), joined))
                .map(row -> new ComplaintEntry(entry.id(), next, entry.receivedAt(), row.version));
    }

    @Override
    public Uni<List<ComplaintEntry>> list(Tx tx, Kind kind, UUID customer, Optional<UUID> before, int limit) {
        var rows = ComplaintRow.<ComplaintRow>find(
                        "customerId = ?1 and kind = ?2 and id < ?3 order by id desc",
                        customer,
                        kind,
                        before.orElse(AFTER_ALL))
                .range(0, limit - 1)
                .<ComplaintRow>list();
        return entries(tx, rows);
    }

    @Override
    public Uni<List<ComplaintEntry>> listPending(
            Tx tx, Optional<LocalDate> dueBefore, Optional<Place> after, int limit) {
        var start = after.orElse(new Place(LocalDate.EPOCH, BEFORE_ALL));
        var parameters = Parameters.with("due", start.dueOn())
                .and("id", start.id())
                .and("before", dueBefore.orElse(AFTER_EVERY_DAY));
        var rows = ComplaintRow.<ComplaintRow>find(
                        "closedAt is null and dueOn < :before and (dueOn > :due or dueOn = :due and id > :id)"
                                + " order by dueOn, id",
                        parameters)
                .range(0, limit - 1)
                .<ComplaintRow>list();
        return entries(tx, rows);
    }

    @Override
    public Uni<List<Deadline>> listDeadlines(Tx tx, UUID complaint) {
        return deadlines.list(tx, complaint);
    }

    @Override
    public Uni<List<Missed>> takeUntoldOverdue(Tx tx, LocalDate today, Instant at, int limit) {
        return deadlines.takeUntoldOverdue(tx, today, at, limit);
    }

    @Override
    public Uni<Long> countOverdue(Tx tx, LocalDate today) {
        return deadlines.countOverdue(tx, today);
    }

    @Override
    public Uni<LegalClock> clock(Tx tx, BusinessDays calendar) {
        return tx.select("select step, days from complaint_clock")
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> String.valueOf(row[0]), PanacheComplaints::days)))
                .map(days -> clock(days, calendar));
    }

    private static LegalClock clock(Map<String, Integer> days, BusinessDays calendar) {
        return new LegalClock(
                days.getOrDefault("FIRST", 0), days.getOrDefault("COMPLEX", 0), days.getOrDefault("MORE", 0), calendar);
    }

    private static int days(@Nullable Object[] row) {
        return row[1] instanceof Number number ? number.intValue() : 0;
    }

    @Override
    public Uni<Void> deleteClosed(Tx tx, UUID customer) {
        String closed = "(select id from complaint where customer_id = $1 and closed_at is not null)";
        return tx.update("delete from complaint_reading where complaint_id in " + closed, customer)
                .chain(() -> tx.update("delete from complaint_involved where complaint_id in " + closed, customer))
                .chain(() ->
                        tx.update("delete from complaint where customer_id = $1 and closed_at is not null", customer))
                .chain(() -> tx.update("delete from application_decider where customer_id = $1", customer))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> recordDeciders(Tx tx, UUID customer, UUID application, Set<UUID> staff) {
        return eachOf(
                staff,
                officer -> tx.update(
                        "insert into application_decider values ($1, $2, $3) on conflict do nothing",
                        customer,
                        application,
                        officer));
    }

    @Override
    public Uni<Void> recordReading(Tx tx, UUID complaint, UUID officer, Instant at) {
        return tx.update("insert into complaint_reading values ($1, $2, $3)", complaint, officer, at)
                .replaceWithVoid();
    }

    private Uni<List<ComplaintEntry>> entries(Tx tx, Uni<List<ComplaintRow>> rows) {
        return rows.flatMap(found -> Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(row -> entry(tx, row))
                .map(Optional::orElseThrow)
                .collect()
                .asList());
    }

    private Uni<Optional<ComplaintEntry>> entry(Tx tx, @Nullable ComplaintRow row) {
        if (row == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return tx.select(INVOLVED, row.id)
                .map(rows -> rows.stream().map(r -> (UUID) r[0]).collect(Collectors.toSet()))
                .map(involved -> Optional.of(
                        new ComplaintEntry(row.id, row.toComplaint(involved, texts), row.receivedAt, row.version)));
    }

    private static Uni<Void> addInvolved(Tx tx, UUID complaint, Set<UUID> staff) {
        return eachOf(
                staff,
                officer -> tx.update(
                        "insert into complaint_involved values ($1, $2) on conflict do nothing", complaint, officer));
    }

    private static Uni<Void> eachOf(Set<UUID> staff, Function<UUID, Uni<Integer>> write) {
        return Multi.createFrom()
                .iterable(staff)
                .onItem()
                .transformToUniAndConcatenate(write::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
