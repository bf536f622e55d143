package io.anju.care.permit;

import java.time.Instant;
import java.util.UUID;

/**
 * The name under which an agency may ask for a customer in a campaign.
 *
 * @param reference random; says nothing of the customer
 * @param issuedBy the staff member
 */
public record CustomerReference(
        String reference,
        UUID customer,
        UUID agency,
        String campaign,
        UUID issuedBy,
        Instant issuedAt,
        Instant expiresAt) {}
