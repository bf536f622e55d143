package io.anju.care.appointment.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/**
 * What an appointment is, in every state.
 *
 * @param subject the application, contract, loan or complaint to go on with at the counter
 * @param code what the customer shows at the counter
 */
public record Visit(
        UUID customer,
        String branch,
        int counter,
        LocalDate day,
        LocalTime time,
        Matter matter,
        Optional<UUID> subject,
        String code) {

    LocalDateTime begins() {
        return day.atTime(time);
    }
}
