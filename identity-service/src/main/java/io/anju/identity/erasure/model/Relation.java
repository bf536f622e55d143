package io.anju.identity.erasure.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What binds a customer to the bank.
 *
 * @param ties applications under way and loans that live
 * @param endedOn when the last loan was settled; empty when there never was one
 */
public record Relation(List<Tie> ties, Optional<LocalDate> endedOn) {

    /** @param state as loan-service names it */
    public record Tie(UUID application, String state) {}

    public Relation {
        ties = List.copyOf(ties);
    }
}
