package io.anju.identity.authority;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A reading of a customer's data by a member of staff, as those who watch over staff see it.
 *
 * @param data the kinds of data
 */
public record Reading(UUID id, UUID customerId, String purpose, List<String> data, Instant at) {

    public Reading {
        data = List.copyOf(data);
    }
}
