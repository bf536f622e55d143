package io.anju.identity.erasure.model;

import java.time.Instant;
import java.util.UUID;

/**
 * Something forbids that a customer's data be deleted.
 *
 * @param reference of the order behind it; for staff, never shown to the customer
 */
public record LegalHold(UUID id, UUID customerId, String reference, UUID placedBy, Instant placedAt) {}
