package io.anju.identity.risk.cel;

import io.anju.identity.risk.Conditions;

/** The service's own reader of conditions for a benchmark. */
public final class CelReader {

    private CelReader() {}

    public static Conditions conditions() {
        return new CelConditions();
    }
}
