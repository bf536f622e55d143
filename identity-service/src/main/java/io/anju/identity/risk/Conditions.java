package io.anju.identity.risk;

import io.anju.identity.risk.model.Condition;
import io.anju.identity.risk.model.ConditionRefusal;
import io.anju.kernel.result.Result;

/** Reads the conditions of rules. */
public interface Conditions {

    /** Characters that a condition may have. */
    int LONGEST = 1_000;

    /** The condition, or where the text is none. */
    Result<Condition, ConditionRefusal> read(String text);
}
