package io.anju.loan.document;

import io.anju.kernel.result.Result;
import io.anju.kit.access.DataReads;
import io.anju.kit.access.ReadPurpose;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.Cases;
import io.anju.loan.application.model.DocumentKind;
import io.anju.loan.application.model.Editable;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.document.ContentVault.Stored;
import io.anju.loan.document.Documents.Kept;
import io.anju.loan.document.model.Document;
import io.anju.loan.document.model.DocumentRefusal;
import io.anju.loan.document.model.Reader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Use cases: who may upload what when, who may read it. The content itself is {@link ContentVault}'s. */
@ApplicationScoped
public class DocumentCases {

    private final Cases cases;
    private final Documents documents;
    private final DocumentsConfig config;
    private final DataReads reads;
    private final BusinessClock clock;
    private final Ids ids;

    DocumentCases(
            Cases cases, Documents documents, DocumentsConfig config, DataReads reads, BusinessClock clock, Ids ids) {
        this.cases = cases;
        this.documents = documents;
        this.config = config;
        this.reads = reads;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A content that was admitted and lies in the vault.
     *
     * @param id as admitted
     */
    public record Upload(UUID id, UUID application, UUID customer, DocumentKind kind, Stored stored) {

        Document at(Instant now) {
            return new Document(id, application, kind, stored.type(), stored.size(), stored.sha256(), customer, now);
        }
    }

    /** An uploaded document, and whether it was new. */
    public record Taken(Document document, boolean added) {}

    /**
     * An upload that may begin.
     *
     * @param id for the content
     * @param room bytes that there are left for this customer
     */
    public record Admitted(UUID id, long room) {}

    /** Asked before a byte is read: may this customer upload here now? */
    public Uni<Result<Admitted, DocumentRefusal>> admit(Tx tx, UUID applicationId, UUID customerId) {
        return cases.find(tx, applicationId, Cases.ownedBy(customerId))
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Result.refused(new DocumentRefusal.NotFound()))
                        : documents
                                .list(tx, applicationId)
                                .flatMap(list -> documents
                                        .countBytes(tx, customerId)
                                        .map(bytes -> admit(found.get(), list.size(), bytes))));
    }

    private Result<Admitted, DocumentRefusal> admit(LoanApplication application, int count, long bytes) {
        return open(application)
                .flatMap(open -> room(count))
                .flatMap(room -> space(bytes, 1))
                .map(space -> new Admitted(ids.next(), space));
    }

    private static Result<Editable, DocumentRefusal> open(LoanApplication application) {
        return application instanceof Editable open
                ? Result.ok(open)
                : Result.refused(new DocumentRefusal.NotPossible(application.state()));
    }

    /** How many more there is room for. */
    private Result<Integer, DocumentRefusal> room(int count) {
        return count >= config.maxPerApplication()
                ? Result.refused(new DocumentRefusal.TooMany(config.maxPerApplication()))
                : Result.ok(config.maxPerApplication() - count);
    }

    /** How many bytes there is room for, if there is room for so many more. */
    private Result<Long, DocumentRefusal> space(long bytes, long more) {
        long left = config.maxBytesPerCustomer() - bytes;
        return more > left
                ? Result.refused(new DocumentRefusal.SpaceUsed(config.maxBytesPerCustomer()))
                : Result.ok(left);
    }

    /**
     * Keeps the row of a stored content, if the application still takes it: others may have been faster, and it may have
     * been handed in, while the content was on its way. The same content for the same purpose is taken once.
     */
    public Uni<Result<Taken, DocumentRefusal>> keep(Tx tx, Upload upload) {
        return cases.findForUpdate(tx, upload.application(), Cases.ownedBy(upload.customer()))
                .flatMap(found -> switch (found.map(DocumentCases::open)
                        .orElseGet(() -> Result.refused(new DocumentRefusal.NotFound()))) {
                    case Result.Ok<Editable, DocumentRefusal>(Editable open) -> keepOnce(tx, upload);
                    case Result.Refused<Editable, DocumentRefusal>(DocumentRefusal refusal) -> refused(refusal);
                });
    }

    private Uni<Result<Taken, DocumentRefusal>> keepOnce(Tx tx, Upload upload) {
        return documents
                .findSame(
                        tx, upload.application(), upload.kind(), upload.stored().sha256())
                .flatMap(same -> same.isPresent()
                        ? Uni.createFrom().item(Result.ok(new Taken(same.get().document(), false)))
                        : keepNew(tx, upload));
    }

    private Uni<Result<Taken, DocumentRefusal>> keepNew(Tx tx, Upload upload) {
        return documents
                .list(tx, upload.application())
                .flatMap(list -> documents.countBytes(tx, upload.customer()).flatMap(bytes -> switch (room(list.size())
                        .flatMap(room -> space(bytes, upload.stored().size()))) {
                    case Result.Ok<Long, DocumentRefusal>(Long space) ->
                        add(tx, upload.at(clock.now()), upload.stored());
                    case Result.Refused<Long, DocumentRefusal>(DocumentRefusal refusal) -> refused(refusal);
                }));
    }

    private Uni<Result<Taken, DocumentRefusal>> add(Tx tx, Document document, Stored stored) {
        return documents
                .add(tx, new Kept(document, stored.sealedKey()))
                .replaceWith(Result.ok(new Taken(document, true)));
    }

    private static Uni<Result<Taken, DocumentRefusal>> refused(DocumentRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }

    /** The documents of an application, for those who may read them. */
    public Uni<Result<List<Document>, DocumentRefusal>> list(Tx tx, UUID applicationId, Reader reader) {
        return readable(tx, applicationId, reader)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Result.refused(new DocumentRefusal.NotFound()))
                        : tell(tx, found.get(), reader)
                                .chain(() -> documents.list(tx, applicationId))
                                .map(Result::ok));
    }

    /** One document, for those who may read it; the reading is recorded in the same transaction. */
    public Uni<Result<Kept, DocumentRefusal>> read(Tx tx, UUID applicationId, UUID id, Reader reader) {
        return readable(tx, applicationId, reader)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Kept>empty())
                        : tell(tx, found.get(), reader).chain(() -> documents.find(tx, applicationId, id)))
                .flatMap(kept -> kept.isEmpty()
                        ? Uni.createFrom().item(Result.refused(new DocumentRefusal.NotFound()))
                        : documents
                                .recordReading(tx, ids.next(), id, reader, clock.now())
                                .replaceWith(Result.ok(kept.get())));
    }

    /** The borrower sees which officer read their papers; their own readings are nobody else's matter. */
    private Uni<Void> tell(Tx tx, LoanApplication application, Reader reader) {
        var dossier = application.dossier();
        return switch (reader) {
            case Reader.Owner owner -> Uni.createFrom().voidItem();
            case Reader.Officer officer ->
                reads.tell(
                        tx,
                        dossier.customerId(),
                        ReadPurpose.DOCUMENT_REVIEW,
                        "/api/v1/applications/" + dossier.id() + "/documents");
        };
    }

    private Uni<Optional<LoanApplication>> readable(Tx tx, UUID applicationId, Reader reader) {
        return cases.find(tx, applicationId, application -> reader.mayRead(application, clock.now()));
    }
}
