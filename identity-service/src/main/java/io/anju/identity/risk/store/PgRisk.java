package io.anju.identity.risk.store;

import io.anju.identity.model.Wording;
import io.anju.identity.risk.Ask;
import io.anju.identity.risk.KeptDecision;
import io.anju.identity.risk.RiskStore;
import io.anju.identity.risk.model.Fired;
import io.anju.identity.risk.model.RiskDecision;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.risk.model.ScoreCard;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class PgRisk implements RiskStore {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Wording NO_REASON = new Wording("", "");

    static final String INSERT = """
            INSERT INTO risk_decision (id, person_id, act, signals, fired, shadow, outcome, decided_at, rules, lifted,
                                       broken, score, score_card, contributions, reason_en, reason_zh, device,
                                       address, prefix, counted)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
                    $17, $18, $19, $20)""";

    @Override
    public Uni<Gathered> gather(Tx tx, UUID personId, Trace trace, Instant now) {
        return Sql.find(
                        tx,
                        row -> GatheredRow.read(row, now),
                        GatheredRow.SELECT,
                        personId,
                        trace.where().session().orElse(null),
                        trace.where().device().orElse(null),
                        trace.address(),
                        trace.prefix(),
                        now.minus(DAY),
                        now.minus(HOUR),
                        now.minus(YEAR),
                        now)
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<List<RiskRule>> rules(Tx tx) {
        return Sql.list(
                tx, RuleRow::read, "SELECT * FROM risk_rule WHERE state IN ('LIVE', 'SHADOW') ORDER BY name, version");
    }

    @Override
    public Uni<Void> add(Tx tx, Ask ask, Trace trace, Optional<byte[]> device, RiskDecision decision) {
        Wording reason = decision.reason().orElse(NO_REASON);
        var score = decision.facts().score();
        return Sql.write(
                tx,
                INSERT,
                decision.id(),
                ask.personId(),
                ask.act(),
                new JsonObject(decision.facts().values()),
                references(decision.fired().stream()),
                references(decision.shadow().stream()),
                decision.outcome(),
                decision.at(),
                new JsonArray(decision.rules()),
                references(decision.fired().stream().filter(Fired::lifted)),
                references(Stream.concat(decision.fired().stream(), decision.shadow().stream())
                        .filter(Fired::broken)),
                score.total(),
                ScoreCard.VERSION,
                new JsonObject(Map.copyOf(score.contributions())),
                reason.en(),
                reason.zh(),
                device.orElse(null),
                trace.address(),
                trace.prefix(),
                ask.seen().counted());
    }

    @Override
    public Uni<Optional<KeptDecision>> find(Tx tx, UUID id) {
        return Sql.find(tx, DecisionRow::read, "SELECT * FROM risk_decision WHERE id = $1", id);
    }

    private static JsonArray references(Stream<Fired> rules) {
        return new JsonArray(rules.map(Fired::reference).toList());
    }

    @Override
    public Uni<Void> addFailure(Tx tx, Trace trace, Instant at) {
        return Sql.write(
                tx,
                """
                INSERT INTO risk_failure (trace, failed_at)
                SELECT trace, $5::timestamptz FROM unnest(
                    ARRAY[$1, $2, coalesce($3, (SELECT device_hash FROM session WHERE id = $4))]) AS traces (trace)
                WHERE trace IS NOT NULL""",
                trace.address(),
                trace.prefix(),
                trace.where().device().orElse(null),
                trace.where().session().orElse(null),
                at);
    }

    @Override
    public Uni<Void> addProven(Tx tx, UUID decisionId, UUID personId, byte[] prefix, Instant at) {
        return Sql.write(tx, """
                WITH proven AS (
                    INSERT INTO risk_history (decision_id, person_id, act, amount, proven_at)
                    SELECT id, person_id, act,
                           CASE WHEN (signals ->> 'amountProven')::boolean THEN (signals ->> 'amount')::bigint END,
                           $4::timestamptz
                    FROM risk_decision WHERE id = $1
                    ON CONFLICT (decision_id) DO NOTHING)
                INSERT INTO risk_sighting (person_id, trace, first_seen_at, last_seen_at) VALUES ($2, $3, $4, $4)
                ON CONFLICT (person_id, trace) DO UPDATE SET last_seen_at = excluded.last_seen_at""", decisionId, personId, prefix, at);
    }
}
