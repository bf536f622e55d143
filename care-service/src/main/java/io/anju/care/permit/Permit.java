package io.anju.care.permit;

import io.anju.care.permit.model.ContactWindow;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact that is allowed: once, by this agency, within the window.
 *
 * @param agency the agency's OAuth client
 * @param relayNumber number to dial or write to instead of the customer's own; empty where the channel uses none
 */
public record Permit(UUID id, String agency, ContactAsk ask, ContactWindow window, Optional<String> relayNumber) {}
