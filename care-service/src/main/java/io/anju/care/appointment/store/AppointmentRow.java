package io.anju.care.appointment.store;

import io.anju.care.appointment.AppointmentEntry;
import io.anju.care.appointment.model.Appointment;
import io.anju.care.appointment.model.Matter;
import io.anju.care.appointment.model.Visit;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code appointment}. */
@Entity
@Table(name = "appointment")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class AppointmentRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "branch_id")
    String branchId;

    int counter;
    LocalDate day;
    LocalTime time;

    @Enumerated(EnumType.STRING)
    Matter matter;

    @Column(name = "subject_id")
    @Nullable
    UUID subjectId;

    @Column(name = "handover_code")
    String handoverCode;

    String state;

    @Column(name = "received_by")
    @Nullable
    UUID receivedBy;

    @Column(name = "booked_at")
    Instant bookedAt;

    @Version
    int version;

    void writeState(Appointment appointment) {
        switch (appointment) {
            case Appointment.Booked booked -> state = "BOOKED";
            case Appointment.Cancelled cancelled -> state = "CANCELLED";
            case Appointment.Arrived arrived -> {
                state = "ARRIVED";
                receivedBy = arrived.receivedBy();
            }
        }
    }

    AppointmentEntry toEntry() {
        var visit = new Visit(
                customerId, branchId, counter, day, time, matter, Optional.ofNullable(subjectId), handoverCode);
        return new AppointmentEntry(
                id,
                switch (state) {
                    case "BOOKED" -> new Appointment.Booked(visit);
                    case "CANCELLED" -> new Appointment.Cancelled(visit);
                    case "ARRIVED" -> new Appointment.Arrived(visit, Objects.requireNonNull(receivedBy));
                    default -> throw new IllegalStateException("no such state: " + state);
                },
                version);
    }
}
