package io.anju.identity.notice.store;

import io.anju.identity.notice.NoticeReceipt;
import io.anju.identity.notice.NoticeStore;
import io.anju.identity.notice.model.NoticeReference;
import io.anju.identity.notice.model.NoticeStanding;
import io.anju.identity.notice.model.NoticeStanding.Decision;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgNotices implements NoticeStore {

    @Override
    public Uni<Optional<NoticeStanding.Decided>> last(Tx tx, UUID customerId) {
        return Sql.find(
                tx,
                row -> new NoticeStanding.Decided(
                        row.getString("version"),
                        Sql.constant(row, "decision", Decision.class),
                        Sql.instant(row, "at"),
                        Optional.ofNullable(row.getUUID("receipt_id"))),
                """
                SELECT version, 'ACCEPTED' AS decision, accepted_at AS at, NULL::uuid AS receipt_id
                FROM notice_acceptance WHERE customer_id = $1
                UNION ALL
                SELECT version, decision, decided_at, receipt_id FROM notice_decision WHERE customer_id = $1
                ORDER BY at DESC, receipt_id DESC NULLS LAST LIMIT 1""",
                customerId);
    }

    @Override
    public Uni<Void> add(Tx tx, NoticeReceipt receipt) {
        return Sql.write(
                tx,
                """
                INSERT INTO notice_decision (receipt_id, customer_id, version, sha256, decision, decided_at, event_id, document)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""",
                receipt.id(),
                receipt.customerId(),
                receipt.notice().version(),
                receipt.notice().sha256(),
                receipt.decision(),
                receipt.at(),
                receipt.eventId(),
                receipt.document());
    }

    @Override
    public Uni<Optional<NoticeReceipt>> findReceipt(Tx tx, UUID customerId, UUID id) {
        return Sql.find(
                tx,
                row -> new NoticeReceipt(
                        row.getUUID("receipt_id"),
                        row.getUUID("customer_id"),
                        new NoticeReference(row.getString("version"), row.getString("sha256")),
                        Sql.constant(row, "decision", Decision.class),
                        Sql.instant(row, "decided_at"),
                        row.getString("document"),
                        row.getUUID("event_id")),
                "SELECT * FROM notice_decision WHERE customer_id = $1 AND receipt_id = $2",
                customerId,
                id);
    }
}
