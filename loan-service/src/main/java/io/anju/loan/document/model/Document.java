package io.anju.loan.document.model;

import io.anju.loan.application.model.DocumentKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A document that backs an application.
 *
 * @param size bytes
 * @param sha256 of the content, hex
 */
public record Document(
        UUID id,
        UUID applicationId,
        DocumentKind kind,
        ContentType type,
        long size,
        String sha256,
        UUID uploadedBy,
        Instant uploadedAt) {}
