package io.anju.identity.consent.store;

import io.anju.identity.consent.ConsentStore;
import io.anju.identity.consent.model.Purpose;
import io.anju.identity.consent.model.Receipt;
import io.anju.identity.model.Wording;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgConsents implements ConsentStore {

    @Override
    public Uni<List<Purpose>> purposes(Tx tx) {
        return Sql.list(
                tx, PgConsents::readPurpose, "SELECT DISTINCT ON (code) * FROM purpose ORDER BY code, version DESC");
    }

    @Override
    public Uni<Optional<Purpose>> findPurpose(Tx tx, String code) {
        return Sql.find(
                tx,
                PgConsents::readPurpose,
                "SELECT * FROM purpose WHERE code = $1 ORDER BY version DESC LIMIT 1",
                code);
    }

    @Override
    public Uni<List<Receipt>> current(Tx tx, UUID customerId) {
        return Sql.list(tx, PgConsents::readReceipt, """
                SELECT DISTINCT ON (purpose, channel) * FROM consent WHERE customer_id = $1
                ORDER BY purpose, channel, ordinal DESC""", customerId);
    }

    @Override
    public Uni<Optional<Receipt>> findCurrentForUpdate(Tx tx, UUID customerId, String purpose, String channel) {
        return Sql.write(tx, "SELECT 1 FROM customer WHERE id = $1 FOR UPDATE", customerId)
                .flatMap(locked -> Sql.find(tx, PgConsents::readReceipt, """
                        SELECT * FROM consent WHERE customer_id = $1 AND purpose = $2 AND channel = $3
                        ORDER BY ordinal DESC LIMIT 1""", customerId, purpose, channel));
    }

    @Override
    public Uni<Void> add(Tx tx, Receipt receipt) {
        return Sql.write(
                tx,
                """
                INSERT INTO consent (receipt_id, customer_id, purpose, purpose_version, channel, decision, decided_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)""",
                receipt.id(),
                receipt.customerId(),
                receipt.subject().purpose(),
                receipt.subject().version(),
                receipt.subject().channel(),
                receipt.decision(),
                receipt.at());
    }

    private static Purpose readPurpose(Row row) {
        return new Purpose(
                row.getString("code"),
                row.getInteger("version"),
                Sql.constant(row, "legal_basis", Purpose.LegalBasis.class),
                List.of(row.getArrayOfStrings("channels")),
                new Wording(row.getString("data_en"), row.getString("data_zh")),
                new Wording(row.getString("title_en"), row.getString("title_zh")),
                row.getInteger("keep_years"));
    }

    private static Receipt readReceipt(Row row) {
        return new Receipt(
                row.getUUID("receipt_id"),
                row.getUUID("customer_id"),
                new Purpose.Subject(
                        row.getString("purpose"), row.getInteger("purpose_version"), row.getString("channel")),
                Sql.constant(row, "decision", Receipt.Decision.class),
                Sql.instant(row, "decided_at"));
    }
}
