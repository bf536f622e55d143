package io.anju.identity.risk.store;

import io.anju.identity.risk.RiskStore;

/** The service's own store for a benchmark, and its statements; stores are closed to everyone outside their package. */
public final class RiskStores {

    /** What is known, by one statement. */
    public static final String GATHER = GatheredRow.SELECT;

    /** The decision kept. */
    public static final String KEEP = PgRisk.INSERT;

    private RiskStores() {}

    public static RiskStore postgres() {
        return new PgRisk();
    }
}
