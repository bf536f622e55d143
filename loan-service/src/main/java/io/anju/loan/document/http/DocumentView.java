package io.anju.loan.document.http;

import io.anju.loan.application.model.DocumentKind;
import io.anju.loan.document.model.Document;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A document as JSON.
 *
 * @param contentType told from its first bytes
 * @param size bytes
 * @param sha256 of the content, hex
 */
@RegisterForReflection
public record DocumentView(
        UUID id, DocumentKind kind, String contentType, long size, String sha256, Instant uploadedAt) {

    static DocumentView of(Document document) {
        return new DocumentView(
                document.id(),
                document.kind(),
                document.type().mediaType(),
                document.size(),
                document.sha256(),
                document.uploadedAt());
    }
}
