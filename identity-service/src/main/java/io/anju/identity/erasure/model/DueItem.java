package io.anju.identity.erasure.model;

import java.util.UUID;

/**
 * An item of an erased customer that no law keeps any longer.
 *
 * @param item of the retention schedule
 * @param here whether this service holds it
 */
public record DueItem(UUID customerId, String item, boolean here) {}
