package io.anju.identity.rule.store;

import io.anju.identity.model.Wording;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.rule.RuleStore;
import io.anju.identity.rule.model.BackTest;
import io.anju.identity.rule.model.RuleVersion;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgRules implements RuleStore {

    @Override
    public Uni<Void> lock(Tx tx) {
        return Sql.write(tx, "SELECT 1 FROM risk_rule_set FOR UPDATE");
    }

    @Override
    public Uni<Void> announce(Tx tx) {
        return Sql.write(tx, "UPDATE risk_rule_set SET version = version + 1");
    }

    @Override
    public Uni<Optional<RuleVersion>> find(Tx tx, UUID id) {
        return Sql.find(tx, VersionRow::read, "SELECT * FROM risk_rule WHERE id = $1", id);
    }

    @Override
    public Uni<Optional<RuleVersion.Live>> findLive(Tx tx, String name) {
        return Sql.find(tx, VersionRow::readLive, "SELECT * FROM risk_rule WHERE name = $1 AND state = 'LIVE'", name);
    }

    @Override
    public Uni<List<RuleVersion>> list(Tx tx, Optional<String> state, Optional<Place> after, int limit) {
        return Sql.list(
                tx,
                VersionRow::read,
                """
                SELECT * FROM risk_rule
                WHERE ($1::text IS NULL OR state = $1)
                  AND ($2::text IS NULL OR name > $2 OR (name = $2 AND version < $3))
                ORDER BY name, version DESC LIMIT $4""",
                state.orElse(null),
                after.map(Place::name).orElse(null),
                after.map(Place::version).orElse(0),
                limit);
    }

    @Override
    public Uni<Integer> latest(Tx tx, String name) {
        return Sql.find(
                        tx,
                        row -> row.getInteger("latest"),
                        "SELECT coalesce(max(version), 0) AS latest FROM risk_rule WHERE name = $1",
                        name)
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<Void> add(Tx tx, RuleVersion.Proposed proposed) {
        var draft = proposed.draft();
        RiskRule rule = draft.rule();
        return Sql.write(
                tx,
                """
                INSERT INTO risk_rule (id, name, version, state, condition, outcome, reason_en, reason_zh, remedy_en,
                                       remedy_zh, documents_en, documents_zh, proposed_by, created_at)
                VALUES ($1, $2, $3, 'SHADOW', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)""",
                draft.id(),
                rule.name(),
                rule.version(),
                rule.condition(),
                rule.outcome(),
                rule.reason().en(),
                rule.reason().zh(),
                rule.remedy().en(),
                rule.remedy().zh(),
                rule.documents().stream().map(Wording::en).toList(),
                rule.documents().stream().map(Wording::zh).toList(),
                draft.proposedBy().orElse(null),
                draft.proposedAt());
    }

    @Override
    public Uni<Void> save(Tx tx, RuleVersion version) {
        UUID id = version.draft().id();
        return switch (version) {
            case RuleVersion.Proposed ignored -> Uni.createFrom().voidItem();
            case RuleVersion.Live live ->
                Sql.write(
                        tx,
                        """
                        UPDATE risk_rule SET state = 'LIVE', approved_by = $2, approved_at = $3, replaces = $4
                        WHERE id = $1""",
                        id,
                        live.approval().map(RuleVersion.Approval::officer).orElse(null),
                        live.approval().map(RuleVersion.Approval::at).orElse(null),
                        live.replaces().orElse(null));
            case RuleVersion.Ended ended ->
                Sql.write(
                        tx,
                        "UPDATE risk_rule SET state = $2, ended_by = $3, ended_at = $4 WHERE id = $1",
                        id,
                        ended.how(),
                        ended.by().orElse(null),
                        ended.at());
        };
    }

    @Override
    public Uni<Boolean> saveTrial(Tx tx, UUID id, BackTest tried) {
        return Sql.update(
                        tx,
                        "UPDATE risk_rule SET back_test = $2 WHERE id = $1 AND state = 'SHADOW'",
                        id,
                        TrialJson.write(tried))
                .map(written -> written == 1);
    }

    @Override
    public Uni<Void> restoreReplaced(Tx tx, UUID id) {
        return Sql.write(tx, """
                UPDATE risk_rule r SET state = 'LIVE', ended_by = NULL, ended_at = NULL
                FROM risk_rule off WHERE off.id = $1 AND r.name = off.name AND r.version = off.replaces""", id);
    }

    @Override
    public Uni<List<BackTest.Past>> decisions(Tx tx, Instant since, Optional<BackTest.Past> before, int limit) {
        return Sql.list(
                tx,
                row -> new BackTest.Past(
                        row.getUUID("id"),
                        Sql.instant(row, "decided_at"),
                        row.getJsonObject("signals").getMap()),
                """
                SELECT id, decided_at, signals FROM risk_decision
                WHERE decided_at > $1 AND ($2::uuid IS NULL OR (decided_at, id) < ($3, $2))
                ORDER BY decided_at DESC, id DESC LIMIT $4""",
                since,
                before.map(BackTest.Past::id).orElse(null),
                before.map(BackTest.Past::at).orElse(since),
                limit);
    }
}
