package io.anju.identity.authority.store;

import io.anju.identity.authority.Proposals;
import io.anju.identity.authority.model.Proposal;
import io.anju.identity.authority.model.Separation;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgProposals implements Proposals {

    // Ids are UUIDv7: in the order of their making.
    private static final String PAGE = " AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2";

    @Override
    public Uni<Void> add(Tx tx, Proposal.Open proposal) {
        var opened = proposal.opened();
        return Sql.write(
                tx,
                """
                INSERT INTO authority_change (id, kind, subject, content, reason, proposed_by, proposed_at, expires_at, state)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'OPEN')""",
                opened.id(),
                opened.change().kind(),
                opened.change().subject(),
                ChangeJson.write(opened.change()),
                opened.reason(),
                opened.by(),
                opened.at(),
                opened.expiresAt());
    }

    @Override
    public Uni<Optional<Proposal>> find(Tx tx, UUID id) {
        return Sql.find(tx, PgProposals::read, "SELECT * FROM authority_change WHERE id = $1", id);
    }

    @Override
    public Uni<Optional<Proposal>> findForUpdate(Tx tx, UUID id) {
        return Sql.find(tx, PgProposals::read, "SELECT * FROM authority_change WHERE id = $1 FOR UPDATE", id);
    }

    @Override
    public Uni<Void> save(Tx tx, Proposal.Decided proposal) {
        return Sql.write(
                tx,
                "UPDATE authority_change SET state = $2, decided_by = $3, decided_at = $4, note = $5 WHERE id = $1",
                proposal.opened().id(),
                proposal.approved() ? "APPROVED" : "REJECTED",
                proposal.by(),
                proposal.at(),
                proposal.note().orElse(null));
    }

    @Override
    public Uni<List<Proposal>> list(Tx tx, Optional<UUID> before, int limit) {
        return Sql.list(
                tx, PgProposals::read, "SELECT * FROM authority_change WHERE true" + PAGE, before.orElse(null), limit);
    }

    @Override
    public Uni<List<Proposal>> listOpen(Tx tx, Optional<UUID> before, int limit) {
        return Sql.list(
                tx,
                PgProposals::read,
                "SELECT * FROM authority_change WHERE state = 'OPEN'" + PAGE,
                before.orElse(null),
                limit);
    }

    @Override
    public Uni<List<Proposal>> listOf(Tx tx, String subject, Optional<UUID> before, int limit) {
        return Sql.list(
                tx,
                PgProposals::read,
                "SELECT * FROM authority_change WHERE subject = $3" + PAGE,
                before.orElse(null),
                limit,
                subject);
    }

    @Override
    public Uni<List<Separation>> separations(Tx tx) {
        return Sql.list(
                tx,
                row -> new Separation(
                        row.getString("one"),
                        row.getString("other"),
                        row.getString("reason_en"),
                        row.getString("reason_zh")),
                "SELECT * FROM role_separation ORDER BY one, other");
    }

    private static Proposal read(Row row) {
        var opened = new Proposal.Opened(
                row.getUUID("id"),
                ChangeJson.read(row.getString("kind"), row.getString("subject"), row.getJsonObject("content")),
                row.getString("reason"),
                row.getUUID("proposed_by"),
                Sql.instant(row, "proposed_at"),
                Sql.instant(row, "expires_at"));
        return row.getString("state").equals("OPEN")
                ? new Proposal.Open(opened)
                : new Proposal.Decided(
                        opened,
                        row.getString("state").equals("APPROVED"),
                        row.getUUID("decided_by"),
                        Sql.instant(row, "decided_at"),
                        Optional.ofNullable(row.getString("note")));
    }
}
