package io.anju.identity.risk.store;

import io.anju.identity.model.Wording;
import io.anju.identity.risk.RiskStore;
import io.anju.identity.risk.model.RiskDecision;
import io.anju.identity.risk.model.RiskOutcome;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

@ApplicationScoped
class PgRisk implements RiskStore {

    @Override
    public Uni<List<RiskRule>> rules(Tx tx) {
        return Sql.list(
                tx, PgRisk::read, "SELECT * FROM risk_rule WHERE state IN ('LIVE', 'SHADOW') ORDER BY name, version");
    }

    @Override
    public Uni<Void> add(Tx tx, UUID personId, RiskDecision decision) {
        return Sql.write(
                tx,
                """
                INSERT INTO risk_decision (id, person_id, act, signals, fired, shadow, outcome, decided_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""",
                decision.id(),
                personId,
                decision.signals().act(),
                new JsonObject(decision.signals().asMap()),
                references(decision.fired()),
                references(decision.shadow()),
                decision.outcome(),
                decision.at());
    }

    private static JsonArray references(List<RiskRule> rules) {
        return new JsonArray(rules.stream().map(RiskRule::reference).toList());
    }

    private static RiskRule read(Row row) {
        return new RiskRule(
                row.getString("name"),
                row.getInteger("version"),
                row.getString("state").equals("LIVE"),
                row.getString("condition"),
                Sql.constant(row, "outcome", RiskOutcome.class),
                new Wording(row.getString("reason_en"), row.getString("reason_zh")),
                new Wording(row.getString("remedy_en"), row.getString("remedy_zh")),
                documents(row.getArrayOfStrings("documents_en"), row.getArrayOfStrings("documents_zh")));
    }

    private static List<Wording> documents(String[] en, String[] zh) {
        return IntStream.range(0, en.length)
                .mapToObj(i -> new Wording(en[i], zh[i]))
                .toList();
    }
}
