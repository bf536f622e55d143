package io.anju.identity.risk;

import io.anju.identity.risk.model.Signals;
import java.util.function.Predicate;

/** Reads the conditions of rules. */
public interface Conditions {

    /** @throws IllegalArgumentException when the text is no boolean expression over the signals */
    Predicate<Signals> read(String condition);
}
