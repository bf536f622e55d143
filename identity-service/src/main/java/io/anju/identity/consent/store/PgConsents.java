package io.anju.identity.consent.store;

import io.anju.identity.consent.ConsentStore;
import io.anju.identity.consent.SignedReceipt;
import io.anju.identity.consent.model.Prompt;
import io.anju.identity.consent.model.Purpose;
import io.anju.identity.consent.model.Receipt;
import io.anju.identity.model.Wording;
import io.anju.identity.party.Customers;
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

    private static final String PROMPT = """
            SELECT p.*, EXISTS (SELECT FROM consent c WHERE c.prompt_id = p.id) AS answered FROM consent_prompt p""";

    private final Customers customers;

    PgConsents(Customers customers) {
        this.customers = customers;
    }

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
    public Uni<Purpose> getPurpose(Tx tx, Purpose.Subject subject) {
        return Sql.find(
                        tx,
                        PgConsents::readPurpose,
                        "SELECT * FROM purpose WHERE code = $1 AND version = $2",
                        subject.purpose(),
                        subject.version())
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<List<Receipt>> current(Tx tx, UUID customerId) {
        return Sql.list(tx, PgConsents::readReceipt, """
                SELECT DISTINCT ON (purpose, channel) * FROM consent WHERE customer_id = $1
                ORDER BY purpose, channel, ordinal DESC""", customerId);
    }

    @Override
    public Uni<Optional<Receipt>> findCurrent(Tx tx, UUID customerId, String purpose, String channel) {
        return Sql.find(tx, PgConsents::readReceipt, """
                SELECT * FROM consent WHERE customer_id = $1 AND purpose = $2 AND channel = $3
                ORDER BY ordinal DESC LIMIT 1""", customerId, purpose, channel);
    }

    @Override
    public Uni<Optional<Receipt>> findCurrentForUpdate(Tx tx, UUID customerId, String purpose, String channel) {
        return customers.lock(tx, customerId).flatMap(locked -> findCurrent(tx, customerId, purpose, channel));
    }

    @Override
    public Uni<List<Receipt>> outdated(Tx tx, int limit) {
        return Sql.list(tx, PgConsents::readReceipt, """
                SELECT c.* FROM consent c
                JOIN (SELECT code, max(version) AS version FROM purpose GROUP BY code HAVING count(*) > 1) newest
                  ON newest.code = c.purpose AND newest.version > c.purpose_version
                JOIN customer ON customer.id = c.customer_id AND customer.erased_at IS NULL
                WHERE c.decision = 'GRANTED' AND NOT EXISTS (
                    SELECT FROM consent later WHERE later.customer_id = c.customer_id AND later.purpose = c.purpose
                      AND later.channel = c.channel AND later.ordinal > c.ordinal)
                LIMIT $1""", limit);
    }

    @Override
    public Uni<Void> add(Tx tx, SignedReceipt signed) {
        Receipt receipt = signed.receipt();
        return Sql.write(
                tx,
                """
                INSERT INTO consent (receipt_id, customer_id, purpose, purpose_version, channel, decision, decided_at,
                                     prompt_id, event_id, document)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""",
                receipt.id(),
                receipt.customerId(),
                receipt.subject().purpose(),
                receipt.subject().version(),
                receipt.subject().channel(),
                receipt.decision(),
                receipt.at(),
                receipt.prompt().orElse(null),
                signed.eventId(),
                signed.document());
    }

    @Override
    public Uni<Optional<SignedReceipt>> findReceipt(Tx tx, UUID customerId, UUID receiptId) {
        return Sql.find(
                tx,
                row -> new SignedReceipt(readReceipt(row), row.getString("document"), row.getUUID("event_id")),
                "SELECT * FROM consent WHERE customer_id = $1 AND receipt_id = $2 AND document IS NOT NULL",
                customerId,
                receiptId);
    }

    @Override
    public Uni<Prompt> ask(Tx tx, UUID customerId, Prompt prompt) {
        var subject = prompt.subject();
        return Sql.write(
                        tx,
                        """
                        INSERT INTO consent_prompt (id, customer_id, purpose, purpose_version, channel, asked_at)
                        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING""",
                        prompt.id(),
                        customerId,
                        subject.purpose(),
                        subject.version(),
                        subject.channel(),
                        prompt.askedAt())
                .flatMap(written -> Sql.find(
                        tx,
                        PgConsents::readPrompt,
                        PROMPT
                                + " WHERE p.customer_id = $1 AND p.purpose = $2 AND p.purpose_version = $3 AND p.channel = $4",
                        customerId,
                        subject.purpose(),
                        subject.version(),
                        subject.channel()))
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<Optional<Prompt>> findPrompt(Tx tx, UUID customerId, UUID promptId) {
        return Sql.find(
                tx, PgConsents::readPrompt, PROMPT + " WHERE p.customer_id = $1 AND p.id = $2", customerId, promptId);
    }

    private static Purpose readPurpose(Row row) {
        return new Purpose(
                row.getString("code"),
                row.getInteger("version"),
                Sql.constant(row, "legal_basis", Purpose.LegalBasis.class),
                List.of(row.getArrayOfStrings("channels")),
                new Wording(row.getString("data_en"), row.getString("data_zh")),
                new Wording(row.getString("title_en"), row.getString("title_zh")),
                new Wording(row.getString("method_en"), row.getString("method_zh")),
                row.getBoolean("sensitive")
                        ? Optional.of(new Wording(row.getString("necessity_en"), row.getString("necessity_zh")))
                        : Optional.empty(),
                row.getInteger("keep_years"));
    }

    private static Receipt readReceipt(Row row) {
        return new Receipt(
                row.getUUID("receipt_id"),
                row.getUUID("customer_id"),
                readSubject(row),
                Sql.constant(row, "decision", Receipt.Decision.class),
                Optional.ofNullable(row.getUUID("prompt_id")),
                Sql.instant(row, "decided_at"));
    }

    private static Prompt readPrompt(Row row) {
        return new Prompt(
                row.getUUID("id"), readSubject(row), Sql.instant(row, "asked_at"), row.getBoolean("answered"));
    }

    private static Purpose.Subject readSubject(Row row) {
        return new Purpose.Subject(
                row.getString("purpose"), row.getInteger("purpose_version"), row.getString("channel"));
    }
}
