package io.anju.care.appointment.store;

import io.anju.care.appointment.AppointmentEntry;
import io.anju.care.appointment.Schedule;
import io.anju.care.appointment.model.Appointment;
import io.anju.care.appointment.model.Branch;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Branches and appointments as rows; a counter is taken in SQL, where the unique index decides who was first. */
@ApplicationScoped
class PanacheSchedule implements Schedule {

    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    // Waits for a booking of the same counter that is under way; when that one is kept, nothing is inserted.
    private static final String TAKE_COUNTER = """
            insert into appointment (id, customer_id, branch_id, counter, day, time, matter, subject_id, handover_code,
                state, booked_at, version)
            select $1, $2, $3, free.counter, $4, $5, $6, cast($7 as uuid), $8, 'BOOKED', $9, 0
            from generate_series(1, $10) free (counter)
            where not exists (
                select from appointment a
                where a.branch_id = $3 and a.day = $4 and a.time = $5 and a.counter = free.counter
                  and a.state <> 'CANCELLED')
            order by free.counter limit 1
            on conflict do nothing
            """;

    @Override
    public Uni<List<Branch>> branches(Tx tx) {
        return BranchRow.<BranchRow>find("active = true order by id")
                .<BranchRow>list()
                .map(rows -> rows.stream().map(BranchRow::toBranch).toList());
    }

    @Override
    public Uni<Optional<Branch>> findBranch(Tx tx, String id) {
        return BranchRow.<BranchRow>find("id = ?1 and active = true", id)
                .<BranchRow>firstResult()
                .map(row -> Optional.ofNullable(row).map(BranchRow::toBranch));
    }

    @Override
    public Uni<Map<LocalTime, Integer>> taken(Tx tx, String branch, LocalDate day) {
        return tx.select("""
                        select time, count(*) from appointment
                        where branch_id = $1 and day = $2 and state <> 'CANCELLED' group by time
                        """, branch, day)
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> (LocalTime) row[0], PanacheSchedule::count)));
    }

    private static int count(@Nullable Object[] row) {
        return row[1] instanceof Number number ? number.intValue() : 0;
    }

    // A statement of its own: what the lock has waited for is seen by the next one.
    @Override
    public Uni<Integer> countOpen(Tx tx, UUID customer, LocalDate today) {
        return tx.select("select 1 from pg_advisory_xact_lock(7003, hashtext($1))", customer.toString())
                .chain(() ->
                        AppointmentRow.count("customerId = ?1 and day >= ?2 and state = 'BOOKED'", customer, today))
                .map(Math::toIntExact);
    }

    @Override
    public Uni<Boolean> isBusy(Tx tx, UUID customer, LocalDate day, LocalTime time) {
        return AppointmentRow.count(
                        "customerId = ?1 and day = ?2 and time = ?3 and state <> 'CANCELLED'", customer, day, time)
                .map(count -> count > 0);
    }

    @Override
    public Uni<Optional<AppointmentEntry>> book(Tx tx, UUID id, Branch branch, Wish wish, String code, Instant at) {
        return takeCounter(tx, id, branch, wish, code, at, branch.counters())
                .flatMap(taken -> taken ? find(tx, id) : Uni.createFrom().item(Optional.empty()));
    }

    /** Once per counter at most: each try that fails has met a booking that was faster. */
    private Uni<Boolean> takeCounter(Tx tx, UUID id, Branch branch, Wish wish, String code, Instant at, int tries) {
        return tx.update(
                        TAKE_COUNTER,
                        id,
                        wish.customer(),
                        branch.id(),
                        wish.day(),
                        wish.time(),
                        wish.matter().name(),
                        wish.subject().orElse(null),
                        code,
                        at,
                        branch.counters())
                .flatMap(written -> written == 1 || tries == 1
                        ? Uni.createFrom().item(written == 1)
                        : takeCounter(tx, id, branch, wish, code, at, tries - 1));
    }

    @Override
    public Uni<Optional<AppointmentEntry>> find(Tx tx, UUID id) {
        return AppointmentRow.<AppointmentRow>findById(id).map(PanacheSchedule::entry);
    }

    @Override
    public Uni<Optional<AppointmentEntry>> findForChange(Tx tx, UUID id) {
        return AppointmentRow.<AppointmentRow>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(PanacheSchedule::entry);
    }

    @Override
    public Uni<Optional<AppointmentEntry>> findByCode(Tx tx, String code) {
        return AppointmentRow.<AppointmentRow>find("handoverCode", code)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<AppointmentRow>firstResult()
                .map(PanacheSchedule::entry);
    }

    @Override
    public Uni<AppointmentEntry> change(Tx tx, AppointmentEntry entry, Appointment next) {
        return AppointmentRow.<AppointmentRow>findById(entry.id())
                .invoke(row -> row.writeState(next))
                .flatMap(row -> row.flush().replaceWith(row))
                .map(AppointmentRow::toEntry);
    }

    @Override
    public Uni<List<AppointmentEntry>> list(Tx tx, UUID customer, Optional<UUID> before, int limit) {
        return AppointmentRow.<AppointmentRow>find(
                        "customerId = ?1 and id < ?2 order by id desc", customer, before.orElse(AFTER_ALL))
                .range(0, limit - 1)
                .<AppointmentRow>list()
                .map(rows -> rows.stream().map(AppointmentRow::toEntry).toList());
    }

    private static Optional<AppointmentEntry> entry(@Nullable AppointmentRow row) {
        return Optional.ofNullable(row).map(AppointmentRow::toEntry);
    }

    @Override
    public Uni<Void> cancelAll(Tx tx, UUID customer) {
        return tx.update("""
                        update appointment set state = 'CANCELLED', version = version + 1
                        where customer_id = $1 and state = 'BOOKED'
                        """, customer).replaceWithVoid();
    }
}
