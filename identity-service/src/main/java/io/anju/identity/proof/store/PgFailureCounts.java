package io.anju.identity.proof.store;

import io.anju.identity.proof.FailureCounts;
import io.anju.identity.proof.model.FailureCount;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class PgFailureCounts implements FailureCounts {

    @Override
    public Uni<Optional<FailureCount>> find(Tx tx, String subject) {
        return Sql.find(tx, PgFailureCounts::read, "SELECT * FROM failure_count WHERE subject = $1", subject);
    }

    @Override
    public Uni<Optional<FailureCount>> findForUpdate(Tx tx, String subject) {
        return Sql.write(tx, "SELECT pg_advisory_xact_lock(hashtextextended($1, 8))", subject)
                .flatMap(locked -> find(tx, subject));
    }

    @Override
    public Uni<Void> save(Tx tx, String subject, FailureCount count) {
        return Sql.write(tx, """
                INSERT INTO failure_count (subject, failures, last_failed_at) VALUES ($1, $2, $3)
                ON CONFLICT (subject) DO UPDATE SET failures = $2, last_failed_at = $3""", subject, count.failures(), count.lastAt());
    }

    @Override
    public Uni<Void> remove(Tx tx, String subject) {
        return Sql.write(tx, "DELETE FROM failure_count WHERE subject = $1", subject);
    }

    private static FailureCount read(Row row) {
        return new FailureCount(row.getInteger("failures"), Sql.instant(row, "last_failed_at"));
    }
}
