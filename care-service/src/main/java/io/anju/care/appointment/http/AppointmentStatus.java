package io.anju.care.appointment.http;

import io.anju.care.appointment.model.AppointmentRefusal;

/** The status of each refusal. */
final class AppointmentStatus {

    private AppointmentStatus() {}

    static int of(AppointmentRefusal refusal) {
        return switch (refusal) {
            case AppointmentRefusal.Unknown unknown -> 404;
            case AppointmentRefusal.NotASlot none -> 422;
            case AppointmentRefusal.SlotTaken taken -> 409;
            case AppointmentRefusal.TooManyOpen open -> 409;
            case AppointmentRefusal.AlreadyBooked busy -> 409;
            case AppointmentRefusal.HasBegun begun -> 409;
            case AppointmentRefusal.Over over -> 409;
            case AppointmentRefusal.NotToday other -> 409;
        };
    }
}
