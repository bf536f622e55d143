package io.anju.identity.risk.model;

import io.anju.kernel.result.Refusal;
import java.util.List;

/**
 * The text is no condition over the {@link Variable}s.
 *
 * @param faults what is wrong and where, at least one
 */
public record ConditionRefusal(List<Fault> faults) implements Refusal {

    /**
     * @param line from 1
     * @param column from 1
     */
    public record Fault(int line, int column, String message) {}

    public ConditionRefusal {
        faults = List.copyOf(faults);
    }

    @Override
    public String code() {
        return "INVALID_REQUEST";
    }
}
