package io.anju.loan.document.store;

import io.anju.kit.tx.Tx;
import io.anju.loan.application.UploadedDocuments;
import io.anju.loan.application.model.DocumentKind;
import io.anju.loan.document.Documents;
import io.anju.loan.document.model.Document;
import io.anju.loan.document.model.Reader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Documents' rows by Hibernate Reactive. */
@ApplicationScoped
class PanacheDocuments implements Documents, UploadedDocuments {

    @Override
    public Uni<Void> add(Tx tx, Kept kept) {
        return new DocumentRow(kept).persist().replaceWithVoid();
    }

    @Override
    public Uni<Optional<Kept>> find(Tx tx, UUID applicationId, UUID id) {
        return DocumentRow.<DocumentRow>findById(id)
                .map(row -> Optional.ofNullable(row)
                        .filter(found -> found.applicationId.equals(applicationId))
                        .map(DocumentRow::toModel));
    }

    @Override
    public Uni<Optional<Kept>> findSame(Tx tx, UUID applicationId, DocumentKind kind, String sha256) {
        return DocumentRow.<DocumentRow>find(
                        "applicationId = ?1 and kind = ?2 and sha256 = ?3",
                        applicationId,
                        kind,
                        HexFormat.of().parseHex(sha256))
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(DocumentRow::toModel));
    }

    @Override
    public Uni<List<Document>> list(Tx tx, UUID applicationId) {
        return DocumentRow.<DocumentRow>list("applicationId = ?1 order by id", applicationId)
                .map(rows -> rows.stream().map(row -> row.toModel().document()).toList());
    }

    @Override
    public Uni<Void> recordReading(Tx tx, UUID readingId, UUID documentId, Reader reader, Instant at) {
        return tx.update(
                        """
                        insert into document_reading (id, document_id, reader, reader_role, read_at)
                        values ($1, $2, $3, $4, $5)
                        """,
                        readingId,
                        documentId,
                        reader.id(),
                        switch (reader) {
                            case Reader.Owner owner -> "OWNER";
                            case Reader.Officer officer -> "OFFICER";
                        },
                        at)
                .replaceWithVoid();
    }

    @Override
    public Uni<Set<DocumentKind>> kinds(Tx tx, UUID applicationId) {
        return list(tx, applicationId)
                .map(list -> list.stream().map(Document::kind).collect(Collectors.toSet()));
    }
}
