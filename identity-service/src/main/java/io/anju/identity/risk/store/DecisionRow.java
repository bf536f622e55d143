package io.anju.identity.risk.store;

import io.anju.identity.model.Wording;
import io.anju.identity.risk.KeptDecision;
import io.anju.identity.risk.model.RiskOutcome;
import io.anju.identity.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/** A row of {@code risk_decision} as it is looked at later. */
final class DecisionRow {

    private DecisionRow() {}

    static KeptDecision read(Row row) {
        return new KeptDecision(
                row.getUUID("id"),
                row.getUUID("person_id"),
                row.getString("act"),
                Sql.constant(row, "outcome", RiskOutcome.class),
                Sql.instant(row, "decided_at"),
                row.getJsonObject("signals").getMap(),
                texts(row, "rules"),
                texts(row, "fired"),
                texts(row, "lifted"),
                texts(row, "broken"),
                texts(row, "shadow"),
                new Wording(row.getString("reason_en"), row.getString("reason_zh")),
                row.getInteger("score"),
                row.getInteger("score_card"),
                row.getJsonObject("contributions").getMap());
    }

    private static List<String> texts(Row row, String column) {
        return row.getJsonArray(column).stream().map(String::valueOf).toList();
    }
}
