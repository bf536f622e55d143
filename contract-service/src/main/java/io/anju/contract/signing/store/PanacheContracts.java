package io.anju.contract.signing.store;

import io.anju.contract.signing.Contracts;
import io.anju.contract.signing.model.ClauseReading;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.ContractKind;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contracts in PostgreSQL; entities join the session of the caller's transaction by themselves. */
@ApplicationScoped
class PanacheContracts implements Contracts {
    private static final String TOKEN = "verification-token";
    private static final String EVIDENCE = "signature-evidence";

    private final ContractMapping mapping;
    private final Ids ids;
    private final BusinessClock clock;

    PanacheContracts(ContractMapping mapping, Ids ids, BusinessClock clock) {
        this.mapping = mapping;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(
            Tx tx, Contract contract, Contents contents, @Nullable UUID loanId, Variant variant, byte[] pdf) {
        ContractRow row = mapping.newRow(contract, contents);
        row.loanId = loanId;
        return row.persistAndFlush().chain(() -> addFile(tx, contract.facts().id(), variant, pdf));
    }

    @Override
    public Uni<Optional<Kept>> find(Tx tx, UUID id) {
        return ContractRow.<ContractRow>findById(id)
                .map(row -> Optional.ofNullable(row).map(mapping::kept));
    }

    @Override
    public Uni<Optional<Kept>> findForUpdate(Tx tx, UUID id) {
        return ContractRow.<ContractRow>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(mapping::kept));
    }

    @Override
    public Uni<Optional<Kept>> findLiveForUpdate(Tx tx, UUID applicationId) {
        return ContractRow.<ContractRow>find(
                        "applicationId = ?1 and kind = 'HOME_LOAN' and state in ('DRAFTED', 'SIGNED', 'SEALED')",
                        applicationId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(mapping::kept));
    }

    @Override
    public Uni<List<Kept>> list(Tx tx, UUID customerId, Optional<ContractKind> kind, Optional<UUID> before, int limit) {
        StringBuilder query = new StringBuilder("customerId = :customer");
        Parameters parameters = Parameters.with("customer", customerId);
        if (kind.isPresent()) {
            query.append(" and kind = :kind");
            parameters.and("kind", kind.get().name());
        }
        if (before.isPresent()) {
            query.append(" and id < :before");
            parameters.and("before", before.get());
        }
        return ContractRow.<ContractRow>find(query.toString(), Sort.descending("id"), parameters)
                .range(0, limit)
                .list()
                .map(rows -> rows.stream().map(mapping::kept).toList());
    }

    @Override
    public Uni<List<Kept>> listExpired(Tx tx, LocalDate today, int limit) {
        return ContractRow.<ContractRow>find("state = 'DRAFTED' and expiresOn < ?1", Sort.ascending("expiresOn"), today)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, limit - 1)
                .list()
                .map(rows -> rows.stream().map(mapping::kept).toList());
    }

    @Override
    public Uni<Optional<Kept>> findByFileSha256(Tx tx, String sha256) {
        return ContractRow.<ContractRow>find("pdfSha256 = ?1 or sealedSha256 = ?1", Sort.ascending("id"), sha256)
                .range(0, 0)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(mapping::kept));
    }

    @Override
    public Uni<Void> save(Tx tx, Contract contract) {
        return row(contract.facts().id())
                .invoke(row -> mapping.copyState(contract, row))
                .chain(row -> row.flush());
    }

    @Override
    public Uni<Contents> contents(Tx tx, UUID id) {
        return row(id).map(mapping::contents);
    }

    @Override
    public Uni<Optional<byte[]>> findFile(Tx tx, UUID id, Variant variant) {
        return ContractFileRow.<ContractFileRow>findById(new ContractFileRow.Key(id, variant.name()))
                .map(row -> Optional.ofNullable(row)
                        .filter(file -> isKept(file.content))
                        .map(file -> mapping.open(file.content, variant.name(), id)));
    }

    @Override
    public Uni<Void> addFile(Tx tx, UUID id, Variant variant, byte[] pdf) {
        ContractFileRow file = new ContractFileRow();
        file.contractId = id;
        file.variant = variant.name();
        file.content = mapping.seal(pdf, variant.name(), id);
        return file.persistAndFlush().replaceWithVoid();
    }

    @Override
    public Uni<Void> addReading(Tx tx, UUID id, UUID customerId, ClauseReading reading) {
        ClauseConfirmationRow row = new ClauseConfirmationRow();
        row.id = ids.next();
        row.contractId = id;
        row.customerId = customerId;
        row.clauseId = reading.clauseId();
        row.shownAt = reading.shownAt();
        row.secondsShown = reading.secondsShown();
        row.answer = reading.answer();
        row.correct = reading.correct();
        row.recordedAt = clock.now();
        return row.persistAndFlush().replaceWithVoid();
    }

    @Override
    public Uni<List<ClauseReading>> listReadings(Tx tx, UUID id) {
        return ClauseConfirmationRow.<ClauseConfirmationRow>find("contractId", Sort.ascending("id"), id)
                .list()
                .map(rows -> rows.stream()
                        .map(row ->
                                new ClauseReading(row.clauseId, row.shownAt, row.secondsShown, row.answer, row.correct))
                        .toList());
    }

    @Override
    public Uni<Void> addSignature(Tx tx, UUID id, Signature signature) {
        ContractSignatureRow row = new ContractSignatureRow();
        row.contractId = id;
        row.customerId = signature.customerId();
        row.role = "BORROWER";
        row.pdfSha256 = signature.pdfSha256();
        row.verificationJti = signature.verificationJti();
        row.verificationToken = mapping.seal(signature.verificationToken().getBytes(StandardCharsets.UTF_8), TOKEN, id);
        row.signedAt = signature.signedAt();
        return row.persistAndFlush().replaceWithVoid();
    }

    @Override
    public Uni<Optional<Signature>> findSignature(Tx tx, UUID id) {
        return ContractSignatureRow.<ContractSignatureRow>findById(id)
                .map(found -> Optional.ofNullable(found)
                        .filter(row -> isKept(row.verificationToken))
                        .map(row -> new Signature(
                                row.customerId,
                                row.pdfSha256,
                                row.verificationJti,
                                new String(mapping.open(row.verificationToken, TOKEN, id), StandardCharsets.UTF_8),
                                row.signedAt)));
    }

    @Override
    public Uni<Void> addSignatureEvidence(Tx tx, UUID id, String evidence) {
        SignatureEvidenceRow row = new SignatureEvidenceRow();
        row.contractId = id;
        row.evidence = mapping.seal(evidence.getBytes(StandardCharsets.UTF_8), EVIDENCE, id);
        row.fetchedAt = clock.now();
        return row.persistAndFlush().replaceWithVoid();
    }

    @Override
    public Uni<Optional<String>> findSignatureEvidence(Tx tx, UUID id) {
        return SignatureEvidenceRow.<SignatureEvidenceRow>findById(id)
                .map(found -> Optional.ofNullable(found)
                        .filter(row -> isKept(row.evidence))
                        .map(row -> new String(mapping.open(row.evidence, EVIDENCE, id), StandardCharsets.UTF_8)));
    }

    /** What was let go is empty. */
    private static boolean isKept(byte[] sealed) {
        return sealed.length > 0;
    }

    private static Uni<ContractRow> row(UUID id) {
        return ContractRow.<ContractRow>findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalArgumentException("no contract " + id));
    }
}
