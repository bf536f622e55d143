package io.anju.care.permit;

import io.anju.care.permit.model.ContactRequest;

/**
 * What an agency asks, and of whom.
 *
 * @param reference the name by which this agency knows the customer
 */
public record ContactAsk(String reference, String campaign, ContactRequest request) {}
