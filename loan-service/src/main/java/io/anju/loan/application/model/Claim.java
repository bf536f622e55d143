package io.anju.loan.application.model;

import java.time.Instant;
import java.util.UUID;

/**
 * An officer works on the case; nobody else does until the lease ends.
 *
 * @param until the lease's end: a forgotten case goes back to the queue by itself
 */
public record Claim(UUID officer, Instant until) {

    /** Whether the claim keeps this officer out at this time. */
    public boolean blocks(UUID other, Instant at) {
        return !officer.equals(other) && at.isBefore(until);
    }
}
