package io.anju.repayment.change.model;

import java.util.Map;

/**
 * One condition of a change, looked at.
 *
 * @param rule stable name in UPPER_SNAKE
 * @param evidence the figures that it was decided by
 */
public record Check(String rule, boolean met, Map<String, Object> evidence) {

    public Check {
        evidence = Map.copyOf(evidence);
    }
}
