package io.anju.identity.recovery.store;

import io.anju.identity.freetext.FreeText;
import io.anju.identity.freetext.FreeTexts;
import io.anju.identity.recovery.RecoveryStore;
import io.anju.identity.recovery.model.Recovery;
import io.anju.identity.sql.Sql;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgRecoveries implements RecoveryStore {

    private static final String CODE = "account_recovery.code";

    private final FieldCipher cipher;
    private final FreeTexts texts;

    PgRecoveries(FieldCipher cipher, FreeTexts texts) {
        this.cipher = cipher;
        this.texts = texts;
    }

    @Override
    public Uni<Void> add(Tx tx, Recovery.Proposed recovery) {
        var facts = recovery.facts();
        return Sql.write(
                tx,
                """
                INSERT INTO account_recovery (id, customer_id, face_reference, papers_sealed, proposed_by, proposed_at,
                                              expires_at, state)
                VALUES ($1, $2, $3, $4, $5, $6, $7, 'PROPOSED')""",
                facts.id(),
                facts.customerId(),
                facts.faceReference(),
                texts.seal(FreeText.PAPERS, facts.id(), facts.papers()),
                facts.proposedBy(),
                facts.proposedAt(),
                facts.expiresAt());
    }

    @Override
    public Uni<Optional<Recovery>> find(Tx tx, UUID id) {
        return Sql.find(tx, this::read, "SELECT * FROM account_recovery WHERE id = $1", id);
    }

    @Override
    public Uni<Optional<Recovery>> findForUpdate(Tx tx, UUID id) {
        return Sql.write(tx, """
                        SELECT 1 FROM account_recovery
                        WHERE customer_id = (SELECT customer_id FROM account_recovery WHERE id = $1) ORDER BY id FOR UPDATE""", id).flatMap(locked -> find(tx, id));
    }

    @Override
    public Uni<Optional<Recovery.Approved>> findByCode(Tx tx, String code) {
        return Sql.find(
                tx,
                row -> (Recovery.Approved) read(row),
                "SELECT * FROM account_recovery WHERE code_hash = ANY ($1) AND state = 'APPROVED' FOR UPDATE",
                cipher.lookupHashes(code, CODE));
    }

    @Override
    public Uni<Void> approve(Tx tx, Recovery.Approved recovery, String code) {
        return Sql.write(
                tx,
                """
                UPDATE account_recovery
                SET state = 'APPROVED', decided_by = $2, decided_at = $3, code_hash = $4, code_expires_at = $5
                WHERE id = $1""",
                recovery.facts().id(),
                recovery.decision().by(),
                recovery.decision().at(),
                cipher.lookupHash(code, CODE),
                recovery.codeExpiresAt());
    }

    @Override
    public Uni<Void> reject(Tx tx, Recovery.Rejected recovery) {
        return Sql.write(
                tx,
                "UPDATE account_recovery SET state = 'REJECTED', decided_by = $2, decided_at = $3 WHERE id = $1",
                recovery.facts().id(),
                recovery.decision().by(),
                recovery.decision().at());
    }

    @Override
    public Uni<Void> complete(Tx tx, Recovery.Completed recovery) {
        return Sql.write(
                tx,
                "UPDATE account_recovery SET state = 'COMPLETED', completed_at = $2 WHERE id = $1",
                recovery.facts().id(),
                recovery.at());
    }

    @Override
    public Uni<Void> endOthers(Tx tx, Recovery.Approved recovery) {
        return Sql.write(
                tx,
                """
                UPDATE account_recovery
                SET expires_at = least(expires_at, $3),
                    code_expires_at = CASE WHEN state = 'APPROVED' THEN least(code_expires_at, $3) END
                WHERE customer_id = $1 AND id <> $2 AND state IN ('PROPOSED', 'APPROVED')""",
                recovery.facts().customerId(),
                recovery.facts().id(),
                recovery.decision().at());
    }

    @Override
    public Uni<List<Recovery>> list(Tx tx, Optional<UUID> before, int limit) {
        return Sql.list(
                tx,
                this::read,
                "SELECT * FROM account_recovery WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2",
                before.orElse(null),
                limit);
    }

    private Recovery read(Row row) {
        var facts = new Recovery.Facts(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getString("face_reference"),
                texts.read(FreeText.PAPERS, row),
                row.getUUID("proposed_by"),
                Sql.instant(row, "proposed_at"),
                Sql.instant(row, "expires_at"));
        return switch (row.getString("state")) {
            case "PROPOSED" -> new Recovery.Proposed(facts);
            case "APPROVED" -> new Recovery.Approved(facts, decision(row), Sql.instant(row, "code_expires_at"));
            case "REJECTED" -> new Recovery.Rejected(facts, decision(row));
            case "COMPLETED" ->
                new Recovery.Completed(
                        facts, decision(row), Sql.instant(row, "code_expires_at"), Sql.instant(row, "completed_at"));
            default -> throw new IllegalStateException("unknown state of a recovery");
        };
    }

    private static Recovery.Decision decision(Row row) {
        return new Recovery.Decision(row.getUUID("decided_by"), Sql.instant(row, "decided_at"));
    }
}
