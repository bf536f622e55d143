package io.anju.loan.document;

import io.anju.kit.tx.Tx;
import io.anju.loan.application.model.DocumentKind;
import io.anju.loan.document.model.Document;
import io.anju.loan.document.model.Reader;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the documents' rows are kept. */
public interface Documents {

    /** A document with the key that opens its content, itself sealed. */
    record Kept(Document document, byte[] sealedKey) {}

    /** Keeps a new one. */
    Uni<Void> add(Tx tx, Kept kept);

    /** One of an application, as long as its content is kept. */
    Uni<Optional<Kept>> find(Tx tx, UUID applicationId, UUID id);

    /** The same content uploaded before, for the same purpose. */
    Uni<Optional<Kept>> findSame(Tx tx, UUID applicationId, DocumentKind kind, String sha256);

    /** All of an application whose content is kept, oldest first. */
    Uni<List<Document>> list(Tx tx, UUID applicationId);

    /**
     * Bytes that a customer keeps here, but for those of decided applications and of loans; until the transaction ends
     * nobody else counts them.
     */
    Uni<Long> countBytes(Tx tx, UUID customerId);

    /**
     * Forgets the keys of what belongs to applications that are erased, or withdrawn before a time.
     *
     * @param most applications
     * @return the contents that are to be removed now
     */
    Uni<List<UUID>> letGo(Tx tx, Instant withdrawnBefore, int most, Instant at);

    /** Those of these contents that no document speaks of, or no longer. */
    Uni<List<UUID>> listUnknown(Tx tx, List<UUID> contents);

    /** Records that a person read a document. */
    Uni<Void> recordReading(Tx tx, UUID readingId, UUID documentId, Reader reader, Instant at);
}
