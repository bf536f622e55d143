package io.anju.identity.hold.store;

import io.anju.identity.hold.model.Hold;
import io.anju.identity.model.RiskVerdict;
import io.anju.identity.model.Wording;
import io.anju.identity.risk.model.Amount;
import io.anju.identity.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import java.util.Set;

/** A row of {@code risk_hold} as the model knows it. */
final class HoldRow {

    private HoldRow() {}

    static Hold read(Row row) {
        return switch (row.getString("state")) {
            case "HELD" -> new Hold.Held(placed(row));
            case "DENIED" -> new Hold.Denied(placed(row), proposal(row));
            case "RELEASED" -> readReleased(row);
            case "REFUSED" -> new Hold.Refused(placed(row), review(row));
            case "USED" ->
                new Hold.Used(
                        placed(row), review(row), Sql.instant(row, "released_until"), Sql.instant(row, "used_at"));
            default -> throw new IllegalStateException("unknown state of hold " + row.getUUID("id"));
        };
    }

    static Hold.Released readReleased(Row row) {
        return new Hold.Released(placed(row), review(row), Sql.instant(row, "released_until"));
    }

    private static Hold.Placed placed(Row row) {
        return new Hold.Placed(
                row.getUUID("id"),
                row.getUUID("person_id"),
                row.getString("act"),
                row.getString("resource"),
                Optional.ofNullable(row.getLong("amount")).orElse(Amount.UNKNOWN),
                Set.of(row.getArrayOfStrings("rules")),
                new RiskVerdict.Stop(
                        new Wording(row.getString("reason_en"), row.getString("reason_zh")),
                        new Wording(row.getString("remedy_en"), row.getString("remedy_zh")),
                        Sql.wordings(row, "documents")),
                Sql.instant(row, "held_at"),
                row.getBoolean("denied"));
    }

    private static Optional<Hold.Review> proposal(Row row) {
        return Optional.ofNullable(row.getUUID("lift_proposed_by"))
                .map(officer ->
                        new Hold.Review(officer, row.getString("lift_note"), Sql.instant(row, "lift_proposed_at")));
    }

    private static Hold.Review review(Row row) {
        return new Hold.Review(row.getUUID("decided_by"), row.getString("note"), Sql.instant(row, "decided_at"));
    }
}
