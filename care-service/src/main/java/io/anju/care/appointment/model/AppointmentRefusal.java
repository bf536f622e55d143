package io.anju.care.appointment.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/** Why an appointment is not made or changed. */
public sealed interface AppointmentRefusal extends Refusal {

    /** There is no such branch or appointment for whoever asks. */
    record Unknown() implements AppointmentRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The branch offers no such time: closed, past, too far ahead, or between two slots. */
    record NotASlot(LocalDate day, LocalTime time) implements AppointmentRefusal {
        @Override
        public String code() {
            return "NOT_A_SLOT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", day.toString(), "time", time.toString());
        }
    }

    /** Every counter is taken at that time. */
    record SlotTaken(LocalDate day, LocalTime time) implements AppointmentRefusal {
        @Override
        public String code() {
            return "SLOT_TAKEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", day.toString(), "time", time.toString());
        }
    }

    /** The customer has an appointment at that time. */
    record AlreadyBooked(LocalDate day, LocalTime time) implements AppointmentRefusal {
        @Override
        public String code() {
            return "ALREADY_BOOKED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", day.toString(), "time", time.toString());
        }
    }

    /** The customer has as many appointments before them as one may have. */
    record TooManyOpen(int most) implements AppointmentRefusal {
        @Override
        public String code() {
            return "TOO_MANY_APPOINTMENTS";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("most", most);
        }
    }

    /** It has begun and cannot be cancelled. */
    record HasBegun() implements AppointmentRefusal {
        @Override
        public String code() {
            return "APPOINTMENT_HAS_BEGUN";
        }
    }

    /** Cancelled or kept: it goes no further. */
    record Over() implements AppointmentRefusal {
        @Override
        public String code() {
            return "APPOINTMENT_OVER";
        }
    }

    /** It is for another day. */
    record NotToday(LocalDate day) implements AppointmentRefusal {
        @Override
        public String code() {
            return "APPOINTMENT_NOT_TODAY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", day.toString());
        }
    }
}
