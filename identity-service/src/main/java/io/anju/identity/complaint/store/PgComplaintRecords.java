package io.anju.identity.complaint.store;

import io.anju.identity.complaint.ComplaintRecord;
import io.anju.identity.complaint.ComplaintRecords;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PgComplaintRecords implements ComplaintRecords {

    @Override
    public Uni<Void> add(Tx tx, ComplaintRecord entry) {
        return Sql.write(
                tx,
                """
                INSERT INTO complaint_audit (event_id, complaint_id, customer_id, step, code, told_at)
                VALUES ($1, $2, $3, $4, $5, $6)""",
                entry.eventId(),
                entry.complaintId(),
                entry.customerId(),
                entry.step(),
                entry.code(),
                entry.at());
    }
}
