package io.anju.care.inbox;

import io.anju.care.inbox.model.Draft;
import java.time.Instant;
import java.util.UUID;

/**
 * A message in a customer's inbox, not yet in words.
 *
 * @param number counts the customer's messages from 1 in the order in which they arrived
 */
public record InboxMessage(UUID id, long number, Draft draft, Instant at, boolean read) {}
