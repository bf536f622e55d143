package io.anju.identity.passkey.store;

import io.anju.identity.freetext.FreeText;
import io.anju.identity.freetext.FreeTexts;
import io.anju.identity.passkey.PasskeyStore;
import io.anju.identity.passkey.model.Attestation;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgPasskeys implements PasskeyStore {

    private final FreeTexts texts;

    PgPasskeys(FreeTexts texts) {
        this.texts = texts;
    }

    @Override
    public Uni<List<Passkey>> list(Tx tx, UUID personId) {
        return Sql.list(
                tx, this::read, "SELECT * FROM passkey WHERE person_id = $1 ORDER BY enrolled_at, id", personId);
    }

    @Override
    public Uni<Optional<Passkey.Enrolled>> findEnrolledForUpdate(Tx tx, byte[] credentialId) {
        return Sql.find(
                tx,
                this::readEnrolled,
                "SELECT * FROM passkey WHERE credential_id = $1 AND revoked_at IS NULL FOR UPDATE",
                (Object) credentialId);
    }

    @Override
    public Uni<Boolean> add(Tx tx, Passkey.Enrolled passkey) {
        var credential = passkey.credential();
        return Sql.update(
                        tx,
                        """
                        INSERT INTO passkey (id, person_id, credential_id, public_key, algorithm, aaguid, sign_count,
                                             backup_eligible, backed_up, transports, name_sealed, enrolled_at,
                                             attestation_format, attestation_trust, trust_path_sha256)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                        ON CONFLICT (credential_id) DO NOTHING""",
                        credential.id(),
                        credential.personId(),
                        credential.credentialId(),
                        credential.publicKey(),
                        credential.algorithm(),
                        credential.aaguid(),
                        passkey.signCount(),
                        credential.backupEligible(),
                        passkey.backedUp(),
                        credential.transports(),
                        texts.seal(FreeText.PASSKEY_NAME, credential.id(), passkey.name()),
                        passkey.enrolledAt(),
                        credential.attestation().format().identifier(),
                        credential.attestation().trust().name(),
                        credential.attestation().trustPathSha256().orElse(null))
                .map(written -> written == 1);
    }

    @Override
    public Uni<Void> save(Tx tx, Passkey passkey) {
        UUID id = passkey.credential().id();
        return switch (passkey) {
            case Passkey.Enrolled used ->
                Sql.write(
                        tx,
                        """
                        UPDATE passkey SET sign_count = $2, backed_up = $3, last_used_at = $4, backup_changed_at = $5
                        WHERE id = $1""",
                        id,
                        used.signCount(),
                        used.backedUp(),
                        used.lastUsedAt().orElse(null),
                        used.backupChangedAt().orElse(null));
            case Passkey.Revoked revoked ->
                Sql.write(tx, "UPDATE passkey SET revoked_at = $2 WHERE id = $1", id, revoked.revokedAt());
        };
    }

    @Override
    public Uni<Void> rename(Tx tx, UUID id, String name) {
        return Sql.write(
                tx,
                "UPDATE passkey SET name = NULL, name_sealed = $2 WHERE id = $1",
                id,
                texts.seal(FreeText.PASSKEY_NAME, id, name));
    }

    @Override
    public Uni<Void> counterWentBack(Tx tx, UUID id, Instant at) {
        return Sql.write(tx, "UPDATE passkey SET counter_went_back_at = $2 WHERE id = $1", id, at);
    }

    @Override
    public Uni<Integer> revokeAll(Tx tx, UUID personId, Instant now) {
        return Sql.update(
                tx, "UPDATE passkey SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL", personId, now);
    }

    @Override
    public Uni<Void> openChallenge(Tx tx, UUID personId, String challenge, Instant expiresAt) {
        return Sql.write(tx, """
                INSERT INTO passkey_enrolment (person_id, challenge, expires_at) VALUES ($1, $2, $3)
                ON CONFLICT (person_id) DO UPDATE SET challenge = $2, expires_at = $3""", personId, challenge, expiresAt);
    }

    @Override
    public Uni<Void> keepChallenge(Tx tx, UUID personId, Instant now, Instant until) {
        return Sql.write(
                tx,
                "UPDATE passkey_enrolment SET expires_at = $3 WHERE person_id = $1 AND expires_at > $2",
                personId,
                now,
                until);
    }

    @Override
    public Uni<Optional<String>> takeChallenge(Tx tx, UUID personId, Instant now) {
        return Sql.find(
                tx,
                row -> row.getString("challenge"),
                "DELETE FROM passkey_enrolment WHERE person_id = $1 AND expires_at > $2 RETURNING challenge",
                personId,
                now);
    }

    @Override
    public Uni<Void> dropChallenge(Tx tx, UUID personId) {
        return Sql.write(tx, "DELETE FROM passkey_enrolment WHERE person_id = $1", personId);
    }

    private Passkey read(Row row) {
        Instant revokedAt = Sql.instantOrNull(row, "revoked_at");
        return revokedAt == null
                ? readEnrolled(row)
                : new Passkey.Revoked(
                        readCredential(row),
                        texts.read(FreeText.PASSKEY_NAME, row),
                        Sql.instant(row, "enrolled_at"),
                        revokedAt);
    }

    private Passkey.Enrolled readEnrolled(Row row) {
        return new Passkey.Enrolled(
                readCredential(row),
                texts.read(FreeText.PASSKEY_NAME, row),
                row.getLong("sign_count"),
                row.getBoolean("backed_up"),
                Sql.instant(row, "enrolled_at"),
                Optional.ofNullable(Sql.instantOrNull(row, "last_used_at")),
                Optional.ofNullable(Sql.instantOrNull(row, "counter_went_back_at")),
                Optional.ofNullable(Sql.instantOrNull(row, "backup_changed_at")));
    }

    private static Passkey.Credential readCredential(Row row) {
        return new Passkey.Credential(
                row.getUUID("id"),
                row.getUUID("person_id"),
                Sql.bytes(row, "credential_id"),
                Sql.bytes(row, "public_key"),
                row.getInteger("algorithm"),
                row.getUUID("aaguid"),
                row.getBoolean("backup_eligible"),
                List.of(row.getArrayOfStrings("transports")),
                readAttestation(row));
    }

    private static Attestation readAttestation(Row row) {
        return new Attestation(
                Attestation.Format.find(row.getString("attestation_format")).orElseThrow(),
                Attestation.Trust.valueOf(row.getString("attestation_trust")),
                row.getValue("trust_path_sha256") == null
                        ? Optional.empty()
                        : Optional.of(Sql.bytes(row, "trust_path_sha256")));
    }
}
