package io.anju.identity.verification.store;

import io.anju.identity.model.ProofMethod;
import io.anju.identity.sql.Sql;
import io.anju.identity.verification.model.Delay;
import io.anju.identity.verification.model.PasskeyEvidence;
import io.anju.identity.verification.model.ProtectedAct;
import io.anju.identity.verification.model.Verification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.Optional;

/** A row of the table as the model knows it. */
final class VerificationRow {

    private VerificationRow() {}

    static Verification read(Row row) {
        return switch (row.getString("state")) {
            case "PENDING" ->
                new Verification.Pending(
                        readOpened(row),
                        Sql.constant(row, "method", ProofMethod.class),
                        row.getInteger("failures"),
                        Sql.instant(row, "expires_at"),
                        tokenTime(row),
                        delay(row));
            case "PROVEN" -> readProven(row);
            case "DELAYED" -> readDelayed(row);
            case "CANCELLED" -> new Verification.Cancelled(readOpened(row), Sql.instant(row, "cancelled_at"));
            case "EXHAUSTED" -> new Verification.Exhausted(readOpened(row));
            default -> throw new IllegalStateException("unknown state of verification " + row.getUUID("id"));
        };
    }

    static Verification.Proven readProven(Row row) {
        return new Verification.Proven(
                readOpened(row),
                Sql.constant(row, "method", ProofMethod.class),
                row.getUUID("token_id"),
                Sql.instant(row, "proven_at"),
                Optional.ofNullable(Sql.instantOrNull(row, "collected_at")),
                Sql.instant(row, "token_expires_at"),
                readEvidence(row));
    }

    static Verification.Delayed readDelayed(Row row) {
        return new Verification.Delayed(
                readOpened(row),
                Sql.constant(row, "method", ProofMethod.class),
                Sql.instant(row, "proven_at"),
                Sql.instant(row, "ready_at"),
                Sql.instant(row, "collect_until"),
                tokenTime(row),
                readEvidence(row));
    }

    /** Of a policy or of a verification: the columns are called the same. */
    static Optional<Delay> delay(Row row) {
        return Optional.ofNullable(row.getInteger("delay_seconds"))
                .map(wait ->
                        new Delay(Duration.ofSeconds(wait), Duration.ofSeconds(row.getInteger("delay_open_seconds"))));
    }

    private static Duration tokenTime(Row row) {
        return Duration.ofSeconds(row.getInteger("token_seconds"));
    }

    private static Optional<PasskeyEvidence> readEvidence(Row row) {
        return Optional.ofNullable(row.getJsonObject("evidence")).map(VerificationRow::evidence);
    }

    private static Verification.Opened readOpened(Row row) {
        return new Verification.Opened(
                row.getUUID("id"),
                row.getUUID("person_id"),
                new ProtectedAct(
                        row.getString("act"),
                        row.getString("resource"),
                        row.getString("body_sha256"),
                        row.getString("audience")),
                row.getInteger("policy_version"),
                row.getString("nonce"),
                Sql.instant(row, "opened_at"));
    }

    static JsonObject json(PasskeyEvidence evidence) {
        return new JsonObject()
                .put("credentialId", evidence.credentialId())
                .put("publicKey", evidence.publicKey())
                .put("clientDataJSON", evidence.clientDataJson())
                .put("authenticatorData", evidence.authenticatorData())
                .put("signature", evidence.signature())
                .put("nonce", evidence.nonce());
    }

    private static PasskeyEvidence evidence(JsonObject json) {
        return new PasskeyEvidence(
                json.getString("credentialId"),
                json.getString("publicKey"),
                json.getString("clientDataJSON"),
                json.getString("authenticatorData"),
                json.getString("signature"),
                json.getString("nonce"));
    }
}
