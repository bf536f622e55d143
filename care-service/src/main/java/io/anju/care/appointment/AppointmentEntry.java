package io.anju.care.appointment;

import io.anju.care.appointment.model.Appointment;
import java.util.UUID;

/** An appointment as it is kept. */
public record AppointmentEntry(UUID id, Appointment appointment) {}
