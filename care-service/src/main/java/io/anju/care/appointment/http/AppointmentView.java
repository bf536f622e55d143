package io.anju.care.appointment.http;

import io.anju.care.appointment.AppointmentEntry;
import io.anju.care.appointment.model.Appointment;
import io.anju.care.appointment.model.Matter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment on the wire.
 *
 * @param date on the branch's calendar
 * @param time on the branch's clock
 * @param subject the application, contract, loan or complaint to go on with
 * @param handoverCode opens the case at the counter
 * @param state BOOKED, CANCELLED or ARRIVED
 */
@RegisterForReflection
record AppointmentView(
        UUID id,
        String branch,
        int counter,
        LocalDate date,
        LocalTime time,
        Matter matter,
        @Nullable UUID subject,
        String handoverCode,
        String state) {

    static AppointmentView of(AppointmentEntry entry) {
        var visit = entry.appointment().visit();
        return new AppointmentView(
                entry.id(),
                visit.branch(),
                visit.counter(),
                visit.day(),
                visit.time(),
                visit.matter(),
                visit.subject().orElse(null),
                visit.code(),
                switch (entry.appointment()) {
                    case Appointment.Booked booked -> "BOOKED";
                    case Appointment.Cancelled cancelled -> "CANCELLED";
                    case Appointment.Arrived arrived -> "ARRIVED";
                });
    }
}
