package io.anju.identity.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A member of staff.
 *
 * @param role the one role; nobody holds both halves of an act that needs two people
 * @param enrolledAt when the first passkey was enrolled; from then on the enrolment code is worth nothing
 */
public record StaffMember(UUID id, String name, String role, Optional<Instant> enrolledAt) {}
