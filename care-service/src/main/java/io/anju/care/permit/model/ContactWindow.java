package io.anju.care.permit.model;

import java.time.Instant;

/**
 * The time in which a permit may be used.
 *
 * @param until first instant no longer allowed
 */
public record ContactWindow(Instant from, Instant until) {

    public ContactWindow {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a window ends after it begins");
        }
    }

    /** The policy's length from the planned time on, cut off where the allowed hours end. */
    static ContactWindow of(ContactRequest request, PurposePolicy policy) {
        var endOfHours = request.planned().with(policy.hours().until()).toInstant();
        var full = request.plannedAt().plus(policy.window());
        return new ContactWindow(request.plannedAt(), full.isBefore(endOfHours) ? full : endOfHours);
    }
}
