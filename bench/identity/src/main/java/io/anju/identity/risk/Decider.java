package io.anju.identity.risk;

import io.anju.identity.risk.cel.CelReader;
import io.anju.identity.risk.store.RiskStores;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.time.BusinessClock;

/** The service's own decisions for a benchmark, put together as the service does. */
public final class Decider {

    /** As delivered. */
    private static final RiskConfig DAYTIME = new RiskConfig() {
        @Override
        public int workBegins() {
            return 6;
        }

        @Override
        public int workEnds() {
            return 22;
        }
    };

    private Decider() {}

    public static Risk of(FieldCipher cipher, BusinessClock clock) {
        var store = RiskStores.postgres();
        return new Risk(store, new RulesInForce(store, CelReader.conditions()), new Traces(cipher), DAYTIME, clock);
    }
}
