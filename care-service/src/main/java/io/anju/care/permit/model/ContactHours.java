package io.anju.care.permit.model;

import java.time.LocalTime;

/**
 * The hours of a day in which a purpose allows contact, on the customer's clock.
 *
 * @param from first allowed minute
 * @param until first minute no longer allowed; after {@code from}
 * @param onPublicHolidays whether contact is allowed on public holidays at all
 */
public record ContactHours(LocalTime from, LocalTime until, boolean onPublicHolidays) {

    public ContactHours {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("hours end before they begin: " + from + " to " + until);
        }
    }

    /** Whether {@code time} lies within the hours; the end does not belong to them. */
    public boolean contain(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
