package io.anju.identity.risk.store;

import io.anju.identity.model.Wording;
import io.anju.identity.risk.model.RiskOutcome;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;

/** A row of {@code risk_rule} as the model knows it. */
final class RuleRow {

    private RuleRow() {}

    static RiskRule read(Row row) {
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
}
