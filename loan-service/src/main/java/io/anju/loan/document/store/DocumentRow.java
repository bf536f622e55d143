package io.anju.loan.document.store;

import io.anju.loan.application.model.DocumentKind;
import io.anju.loan.document.Documents.Kept;
import io.anju.loan.document.model.ContentType;
import io.anju.loan.document.model.Document;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A document as a row; inserted once, never changed. */
@Entity
@Immutable
@Table(name = "document")
class DocumentRow extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "application_id")
    UUID applicationId;

    @Enumerated(EnumType.STRING)
    DocumentKind kind;

    @Column(name = "content_type")
    String contentType;

    long size;

    byte[] sha256;

    @Column(name = "sealed_key")
    byte[] sealedKey;

    @Column(name = "uploaded_by")
    UUID uploadedBy;

    @Column(name = "uploaded_at")
    Instant uploadedAt;

    /** Set by SQL alone, like the empty key that comes with it. */
    @Column(name = "removed_at", insertable = false, updatable = false)
    @Nullable
    Instant removedAt;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    DocumentRow() {}

    DocumentRow(Kept kept) {
        var document = kept.document();
        this.id = document.id();
        this.applicationId = document.applicationId();
        this.kind = document.kind();
        this.contentType = document.type().mediaType();
        this.size = document.size();
        this.sha256 = HexFormat.of().parseHex(document.sha256());
        this.sealedKey = kept.sealedKey();
        this.uploadedBy = document.uploadedBy();
        this.uploadedAt = document.uploadedAt();
    }

    Kept toModel() {
        var document = new Document(
                id,
                applicationId,
                kind,
                ContentType.ofMediaType(contentType),
                size,
                HexFormat.of().formatHex(sha256),
                uploadedBy,
                uploadedAt);
        return new Kept(document, sealedKey);
    }
}
