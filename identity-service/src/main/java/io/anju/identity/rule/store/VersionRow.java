package io.anju.identity.rule.store;

import io.anju.identity.model.Wording;
import io.anju.identity.risk.model.RiskOutcome;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.rule.model.BackTest;
import io.anju.identity.rule.model.RuleVersion;
import io.anju.identity.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code risk_rule} as the model of its life knows it. */
final class VersionRow {

    private VersionRow() {}

    static RuleVersion read(Row row) {
        String state = row.getString("state");
        return switch (state) {
            case "SHADOW" -> new RuleVersion.Proposed(draft(row), tried(row));
            case "LIVE" -> readLive(row);
            default ->
                new RuleVersion.Ended(
                        draft(row),
                        RuleVersion.End.valueOf(state),
                        Optional.ofNullable(row.getUUID("ended_by")),
                        ended(row));
        };
    }

    /** A rule of the beginning that the beginning itself replaced has no time of its own. */
    private static Instant ended(Row row) {
        Instant at = Sql.instantOrNull(row, "ended_at");
        return at == null ? Sql.instant(row, "created_at") : at;
    }

    static RuleVersion.Live readLive(Row row) {
        return new RuleVersion.Live(
                draft(row),
                Optional.ofNullable(row.getUUID("approved_by"))
                        .map(by -> new RuleVersion.Approval(by, Sql.instant(row, "approved_at"))),
                Optional.ofNullable(row.getInteger("replaces")),
                tried(row));
    }

    static RiskRule readRule(Row row) {
        return new RiskRule(
                row.getString("name"),
                row.getInteger("version"),
                row.getString("state").equals("LIVE"),
                row.getString("condition"),
                Sql.constant(row, "outcome", RiskOutcome.class),
                new Wording(row.getString("reason_en"), row.getString("reason_zh")),
                new Wording(row.getString("remedy_en"), row.getString("remedy_zh")),
                Sql.wordings(row, "documents"));
    }

    private static RuleVersion.Draft draft(Row row) {
        return new RuleVersion.Draft(
                row.getUUID("id"),
                readRule(row),
                Optional.ofNullable(row.getUUID("proposed_by")),
                Sql.instant(row, "created_at"));
    }

    private static Optional<BackTest> tried(Row row) {
        return Optional.ofNullable(row.getJsonObject("back_test")).map(TrialJson::read);
    }
}
