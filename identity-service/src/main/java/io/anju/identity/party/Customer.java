package io.anju.identity.party;

import io.anju.identity.model.Level;
import io.anju.identity.model.Phone;
import java.time.Instant;
import java.util.UUID;

/**
 * A registered customer.
 *
 * @param level now: {@link Level#L3} only while a passkey of theirs can be used
 */
public record Customer(UUID id, Phone phone, Level level, Instant registeredAt) {}
