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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
                        .filter(found -> found.applicationId.equals(applicationId) && found.removedAt == null)
                        .map(DocumentRow::toModel));
    }

    @Override
    public Uni<Optional<Kept>> findSame(Tx tx, UUID applicationId, DocumentKind kind, String sha256) {
        return DocumentRow.<DocumentRow>find(
                        "applicationId = ?1 and kind = ?2 and sha256 = ?3 and removedAt is null",
                        applicationId,
                        kind,
                        HexFormat.of().parseHex(sha256))
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(DocumentRow::toModel));
    }

    @Override
    public Uni<List<Document>> list(Tx tx, UUID applicationId) {
        return DocumentRow.<DocumentRow>list("applicationId = ?1 and removedAt is null order by id", applicationId)
                .map(rows -> rows.stream().map(row -> row.toModel().document()).toList());
    }

    @Override
    public Uni<Long> countBytes(Tx tx, UUID customerId) {
        return tx.select("select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))", "documents/" + customerId)
                .chain(() -> tx.select("""
                        select coalesce(sum(d.size), 0) from application a join document d on d.application_id = a.id
                        where a.customer_id = $1 and d.removed_at is null
                          and a.state not in ('DECLINED', 'DISBURSING', 'ACTIVE', 'SETTLED')
                        """, customerId))
                .map(rows -> ((Number) Objects.requireNonNull(rows.getFirst()[0])).longValue());
    }

    @Override
    public Uni<List<UUID>> letGo(Tx tx, Instant withdrawnBefore, int most, Instant at) {
        return tx.select("""
                        with due as materialized (
                            select id from application
                            where documents_gone_at is null and (state = 'WITHDRAWN' or erased_at is not null)
                              and (erased_at is not null or updated_at < $1)
                            order by updated_at limit $2 for update skip locked),
                        marked as (
                            update application set documents_gone_at = $3 where id in (select id from due)),
                        gone as (
                            update document set sealed_key = '', removed_at = $3
                            where application_id in (select id from due) and removed_at is null returning id)
                        select cast(id as text) from gone
                        """, withdrawnBefore, most, at).map(PanacheDocuments::ids);
    }

    @Override
    public Uni<List<UUID>> listUnknown(Tx tx, List<UUID> contents) {
        return tx.select("""
                        select content from unnest(string_to_array($1, ',')) content
                        where not exists (
                            select from document where id = cast(content as uuid) and removed_at is null)
                        """, contents.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .map(PanacheDocuments::ids);
    }

    private static List<UUID> ids(List<@Nullable Object[]> rows) {
        return rows.stream().map(row -> UUID.fromString(String.valueOf(row[0]))).toList();
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
