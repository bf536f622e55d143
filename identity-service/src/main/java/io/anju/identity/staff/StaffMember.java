package io.anju.identity.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A member of staff.
 *
 * @param roles never both halves of an act that needs two people
 * @param enrolledAt when the first passkey was enrolled; from then on the enrolment code is worth nothing
 * @param trainedUntil last day on which the compliance training counts; after it newly issued tokens read no personal data
 * @param suspendedAt since when the member does not sign in; empty while they do
 */
public record StaffMember(
        UUID id,
        String name,
        Set<String> roles,
        Optional<Instant> enrolledAt,
        Optional<LocalDate> trainedUntil,
        Optional<Instant> suspendedAt) {

    public StaffMember {
        roles = Set.copyOf(roles);
    }

    /** Whether the enrolment code of this member is still worth something. */
    public boolean mayEnrol() {
        return enrolledAt.isEmpty() && suspendedAt.isEmpty();
    }
}
