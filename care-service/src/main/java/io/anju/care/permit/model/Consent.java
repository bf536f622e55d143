package io.anju.care.permit.model;

import java.time.Instant;

/**
 * The customer's latest word on a purpose and channel.
 *
 * @param granted yes or no
 * @param saidAt when it was said
 */
public record Consent(boolean granted, Instant saidAt) {}
