package io.anju.identity.party;

import io.anju.identity.model.Level;
import io.anju.identity.model.Phone;
import java.time.Instant;
import java.util.UUID;

/** A registered customer. */
public record Customer(UUID id, Phone phone, Level level, Instant registeredAt) {}
