package io.anju.care.appointment.model;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** An appointment: booked, then kept or cancelled. */
public sealed interface Appointment {

    Visit visit();

    /** The counter is held for the customer. */
    record Booked(Visit visit) implements Appointment {

        /** Until it begins. */
        public Result<Cancelled, AppointmentRefusal> cancel(LocalDateTime now) {
            return now.isBefore(visit.begins())
                    ? Result.ok(new Cancelled(visit))
                    : Result.refused(new AppointmentRefusal.HasBegun());
        }

        /** The customer showed the code to a teller: on the day, early or late. */
        public Result<Arrived, AppointmentRefusal> arrive(UUID teller, LocalDate today) {
            return today.equals(visit.day())
                    ? Result.ok(new Arrived(visit, teller))
                    : Result.refused(new AppointmentRefusal.NotToday(visit.day()));
        }
    }

    /** The counter is free again. */
    record Cancelled(Visit visit) implements Appointment {}

    /** The customer is here and the case is open at the counter. */
    record Arrived(Visit visit, UUID receivedBy) implements Appointment {}
}
