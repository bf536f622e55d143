package io.anju.identity.rule.store;

import io.anju.identity.risk.model.RiskOutcome;
import io.anju.identity.rule.model.BackTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** What a trial gave, as it is kept beside the version. */
final class TrialJson {

    private TrialJson() {}

    static JsonObject write(BackTest test) {
        return new JsonObject()
                .put("at", test.at())
                .put("since", test.since())
                .put("examined", test.examined())
                .put("complete", test.complete())
                .put("fired", test.fired())
                .put("broken", test.broken())
                .put("changed", test.changed())
                .put(
                        "changes",
                        new JsonArray(test.changes().stream()
                                .map(change -> new JsonObject()
                                        .put("decision", change.decisionId().toString())
                                        .put("before", change.before().name())
                                        .put("after", change.after().name()))
                                .toList()));
    }

    static BackTest read(JsonObject json) {
        return new BackTest(
                json.getInstant("at"),
                json.getInstant("since"),
                json.getInteger("examined"),
                json.getBoolean("complete"),
                json.getInteger("fired"),
                json.getInteger("broken"),
                json.getInteger("changed"),
                json.getJsonArray("changes").stream()
                        .map(JsonObject.class::cast)
                        .map(change -> new BackTest.Change(
                                UUID.fromString(change.getString("decision")),
                                RiskOutcome.valueOf(change.getString("before")),
                                RiskOutcome.valueOf(change.getString("after"))))
                        .toList());
    }
}
