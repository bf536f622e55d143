package io.anju.care.appointment;

import io.anju.care.appointment.model.Appointment;
import io.anju.care.appointment.model.Branch;
import io.anju.care.appointment.model.Matter;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where branches and appointments are kept. */
public interface Schedule {

    /** What a customer wants. */
    record Wish(UUID customer, LocalDate day, LocalTime time, Matter matter, Optional<UUID> subject) {}

    /** Those that take bookings, by id. */
    Uni<List<Branch>> branches(Tx tx);

    Uni<Optional<Branch>> findBranch(Tx tx, String id);

    /** How many counters are taken at each time of a day; a time that is missing has none taken. */
    Uni<Map<LocalTime, Integer>> taken(Tx tx, String branch, LocalDate day);

    /**
     * How many appointments a customer has before them, on that day or later. Waits for another booking of the same
     * customer that is under way, and keeps later ones waiting until this transaction ends.
     */
    Uni<Integer> countOpen(Tx tx, UUID customer, LocalDate today);

    Uni<Boolean> isBusy(Tx tx, UUID customer, LocalDate day, LocalTime time);

    /** Takes the first free counter; empty when another booking was faster at every one of them. */
    Uni<Optional<AppointmentEntry>> book(Tx tx, UUID id, Branch branch, Wish wish, String code, Instant at);

    Uni<Optional<AppointmentEntry>> find(Tx tx, UUID id);

    /** To change: others who want to change it wait until this transaction ends. */
    Uni<Optional<AppointmentEntry>> findForChange(Tx tx, UUID id);

    /** By the code that the customer shows; to change. */
    Uni<Optional<AppointmentEntry>> findByCode(Tx tx, String code);

    Uni<AppointmentEntry> change(Tx tx, AppointmentEntry entry, Appointment next);

    /** A customer's, newest first, those before {@code before}. */
    Uni<List<AppointmentEntry>> list(Tx tx, UUID customer, Optional<UUID> before, int limit);

    /** Cancels whatever a customer has booked. */
    Uni<Void> cancelAll(Tx tx, UUID customer);
}
