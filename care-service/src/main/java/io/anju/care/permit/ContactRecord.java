package io.anju.care.permit;

import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactOutcome;
import io.anju.care.permit.model.ContactPurpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact asked for, as the customer sees it.
 *
 * @param agency its name
 * @param codes why it was refused; empty when it was permitted
 * @param outcome how it went, once reported
 */
public record ContactRecord(
        UUID id,
        String agency,
        ContactPurpose purpose,
        ContactChannel channel,
        String campaign,
        Instant plannedAt,
        Instant decidedAt,
        List<String> codes,
        Optional<ContactOutcome> outcome) {}
