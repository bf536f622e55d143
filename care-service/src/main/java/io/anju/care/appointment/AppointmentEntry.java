package io.anju.care.appointment;

import io.anju.care.appointment.model.Appointment;
import java.util.UUID;

/**
 * An appointment as it is kept.
 *
 * @param version counts its changes, for {@code ETag}
 */
public record AppointmentEntry(UUID id, Appointment appointment, int version) {}
