package io.anju.loan.application.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What stays the same through all states of an application.
 *
 * @param product code of the product
 * @param productVersion the version that the application was made under, and keeps
 * @param version grows by one with each change; the ETag
 */
public record Dossier(UUID id, UUID customerId, String product, int productVersion, Instant createdAt, long version) {}
