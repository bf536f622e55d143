package io.anju.contract.evidence.store;

import io.anju.contract.evidence.Audits;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Audits in the log's database. */
@ApplicationScoped
class PgAudits implements Audits {
    private static final String ADD = """
            insert into evidence_audit (id, size, from_index, to_index, findings, audited_at) values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String NEWEST = """
            select id, size, from_index, to_index, findings, audited_at from evidence_audit
            where $1::uuid is null or id < $1 order by id desc limit $2
            """;

    private final Pool pool;

    PgAudits(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(Tx tx, Audit audit) {
        return tx.update(
                        ADD,
                        audit.id(),
                        audit.size(),
                        audit.from(),
                        audit.to(),
                        String.join("\n", audit.findings()),
                        audit.at())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Audit>> list(Optional<UUID> before, int limit) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(before.orElse(null), limit))
                .map(rows -> LogSql.stream(rows)
                        .map(row -> new Audit(
                                row.getUUID(0),
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getString(4).lines().toList(),
                                row.getOffsetDateTime(5).toInstant()))
                        .toList());
    }
}
