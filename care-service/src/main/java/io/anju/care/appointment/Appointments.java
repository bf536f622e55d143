package io.anju.care.appointment;

import io.anju.care.appointment.Schedule.Wish;
import io.anju.care.appointment.model.Appointment;
import io.anju.care.appointment.model.AppointmentRefusal;
import io.anju.care.appointment.model.Branch;
import io.anju.care.appointment.model.Slots;
import io.anju.care.calendar.Calendars;
import io.anju.care.customer.Customers;
import io.anju.care.inbox.Inbox;
import io.anju.care.inbox.Notice;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Use cases of branch visits: free slots, book, cancel, arrive. */
@ApplicationScoped
public class Appointments {

    /** Appointments that one customer may have before them at once. */
    private static final int MOST_OPEN = 3;

    private final Customers customers;
    private final Schedule schedule;
    private final Calendars calendars;
    private final HandoverCodes codes;
    private final Inbox inbox;
    private final Ids ids;
    private final BusinessClock clock;

    Appointments(
            Customers customers,
            Schedule schedule,
            Calendars calendars,
            HandoverCodes codes,
            Inbox inbox,
            Ids ids,
            BusinessClock clock) {
        this.customers = customers;
        this.schedule = schedule;
        this.calendars = calendars;
        this.codes = codes;
        this.inbox = inbox;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<List<Branch>> branches(Tx tx) {
        return schedule.branches(tx);
    }

    /** Empty when there is no such branch. */
    public Uni<Optional<List<FreeSlot>>> freeSlots(Tx tx, String branchId, LocalDate day) {
        return schedule.findBranch(tx, branchId)
                .flatMap(branch -> branch.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : freeSlots(tx, branch.get(), day).map(Optional::of));
    }

    private Uni<List<FreeSlot>> freeSlots(Tx tx, Branch branch, LocalDate day) {
        return slots(tx, branch, day)
                .flatMap(slots -> schedule.taken(tx, branch.id(), day)
                        .map(taken -> slots.on(day).stream()
                                .map(time -> new FreeSlot(time, branch.counters() - taken.getOrDefault(time, 0)))
                                .filter(slot -> slot.free() > 0)
                                .toList()));
    }

    private Uni<Slots> slots(Tx tx, Branch branch, LocalDate day) {
        return calendars.announcedAround(tx, day).map(calendar -> new Slots(branch, calendar, now()));
    }

    public Uni<Result<AppointmentEntry, AppointmentRefusal>> book(Tx tx, String branchId, Wish wish) {
        return customers
                .requireThere(tx, wish.customer())
                .chain(() -> schedule.findBranch(tx, branchId))
                .flatMap(branch -> branch.isEmpty()
                        ? refused(new AppointmentRefusal.Unknown())
                        : slots(tx, branch.get(), wish.day())
                                .flatMap(slots -> slots.offer(wish.day(), wish.time())
                                        ? book(tx, branch.get(), wish)
                                        : refused(new AppointmentRefusal.NotASlot(wish.day(), wish.time()))));
    }

    private Uni<Result<AppointmentEntry, AppointmentRefusal>> book(Tx tx, Branch branch, Wish wish) {
        return schedule.countOpen(tx, wish.customer(), clock.today())
                .flatMap(open -> open >= MOST_OPEN
                        ? refused(new AppointmentRefusal.TooManyOpen(MOST_OPEN))
                        : schedule.isBusy(tx, wish.customer(), wish.day(), wish.time())
                                .flatMap(busy -> busy
                                        ? refused(new AppointmentRefusal.AlreadyBooked(wish.day(), wish.time()))
                                        : takeCounter(tx, branch, wish)));
    }

    private Uni<Result<AppointmentEntry, AppointmentRefusal>> takeCounter(Tx tx, Branch branch, Wish wish) {
        return schedule.book(tx, ids.next(), branch, wish, codes.next(), clock.now())
                .flatMap(booked -> booked.isEmpty()
                        ? refused(new AppointmentRefusal.SlotTaken(wish.day(), wish.time()))
                        : tellBooked(tx, booked.get()).replaceWith(Result.ok(booked.get())));
    }

    private Uni<Void> tellBooked(Tx tx, AppointmentEntry entry) {
        var visit = entry.appointment().visit();
        return inbox.tell(
                tx,
                visit.customer(),
                new Notice.AppointmentBooked(entry.id(), entry.id(), visit.day(), visit.time(), visit.code()));
    }

    /** Empty when the customer has no such appointment. */
    public Uni<Optional<AppointmentEntry>> find(Tx tx, UUID customer, UUID id) {
        return schedule.find(tx, id).map(found -> found.filter(entry -> isOf(customer, entry)));
    }

    public Uni<List<AppointmentEntry>> list(Tx tx, UUID customer, Optional<UUID> before, int limit) {
        return schedule.list(tx, customer, before, limit);
    }

    public Uni<Result<AppointmentEntry, AppointmentRefusal>> cancel(Tx tx, UUID customer, UUID id) {
        return schedule.findForChange(tx, id)
                .map(found -> found.filter(entry -> isOf(customer, entry)))
                .flatMap(found -> found.isEmpty()
                        ? refused(new AppointmentRefusal.Unknown())
                        : take(tx, found.get(), cancelled(found.get().appointment()))
                                .call(result -> tellCancelled(tx, result)));
    }

    private Result<Appointment, AppointmentRefusal> cancelled(Appointment appointment) {
        return switch (appointment) {
            case Appointment.Booked booked -> booked.cancel(now()).map(it -> it);
            case Appointment.Cancelled already -> Result.refused(new AppointmentRefusal.Over());
            case Appointment.Arrived kept -> Result.refused(new AppointmentRefusal.Over());
        };
    }

    private Uni<Void> tellCancelled(Tx tx, Result<AppointmentEntry, AppointmentRefusal> result) {
        if (!(result instanceof Result.Ok<AppointmentEntry, AppointmentRefusal>(AppointmentEntry entry))) {
            return Uni.createFrom().voidItem();
        }
        var visit = entry.appointment().visit();
        return inbox.tell(
                tx,
                visit.customer(),
                new Notice.AppointmentCancelled(entry.id(), entry.id(), visit.day(), visit.time()));
    }

    /** The customer shows the code to a teller: the case opens at the counter. */
    public Uni<Result<AppointmentEntry, AppointmentRefusal>> arrive(Tx tx, UUID teller, String code) {
        return schedule.findByCode(tx, HandoverCodes.normalised(code))
                .flatMap(found -> found.isEmpty()
                        ? refused(new AppointmentRefusal.Unknown())
                        : take(
                                tx,
                                found.get(),
                                switch (found.get().appointment()) {
                                    case Appointment.Booked booked ->
                                        booked.arrive(teller, clock.today()).map(it -> it);
                                    case Appointment.Cancelled over -> Result.refused(new AppointmentRefusal.Over());
                                    case Appointment.Arrived over -> Result.refused(new AppointmentRefusal.Over());
                                }));
    }

    private Uni<Result<AppointmentEntry, AppointmentRefusal>> take(
            Tx tx, AppointmentEntry entry, Result<Appointment, AppointmentRefusal> next) {
        return switch (next) {
            case Result.Ok<Appointment, AppointmentRefusal>(Appointment appointment) ->
                schedule.change(tx, entry, appointment).map(Result::ok);
            case Result.Refused<Appointment, AppointmentRefusal>(AppointmentRefusal refusal) -> refused(refusal);
        };
    }

    /** The business date with the time of day: what the branch's clock shows. */
    private LocalDateTime now() {
        return clock.today().atTime(LocalTime.ofInstant(clock.now(), BusinessClock.ZONE));
    }

    private static boolean isOf(UUID customer, AppointmentEntry entry) {
        return entry.appointment().visit().customer().equals(customer);
    }

    private static Uni<Result<AppointmentEntry, AppointmentRefusal>> refused(AppointmentRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
