package io.anju.identity.risk.model;

import io.anju.identity.model.Wording;
import java.util.List;

/**
 * A rule as data.
 *
 * @param live false for a shadow rule, which is evaluated and recorded but does not decide
 * @param condition expression over {@link Signals} that yields a boolean
 * @param reason told to the customer
 * @param remedy how the customer can clear it
 * @param documents which the remedy needs
 */
public record RiskRule(
        String name,
        int version,
        boolean live,
        String condition,
        RiskOutcome outcome,
        Wording reason,
        Wording remedy,
        List<Wording> documents) {

    public RiskRule {
        documents = List.copyOf(documents);
    }

    /** The same as another version, not live. */
    public RiskRule next(int other) {
        return new RiskRule(name, other, false, condition, outcome, reason, remedy, documents);
    }

    /** The same, deciding. */
    public RiskRule asLive() {
        return new RiskRule(name, version, true, condition, outcome, reason, remedy, documents);
    }

    /** Name and version, as decisions keep them: {@code new-device@1}. */
    public String reference() {
        return name + "@" + version;
    }
}
