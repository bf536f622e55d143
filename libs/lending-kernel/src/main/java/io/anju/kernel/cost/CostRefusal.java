package io.anju.kernel.cost;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Why there is no real annual rate. */
public sealed interface CostRefusal extends Refusal {

    /** The borrower receives nothing, or gets more than is ever paid back; fen. */
    record NoCost(long received, long paid) implements CostRefusal {
        @Override
        public String code() {
            return "NO_COST";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("received", received, "paid", paid);
        }
    }

    /** The rate would be above 1,000 % a year; fen. */
    record CostTooHigh(long received, long paid) implements CostRefusal {
        @Override
        public String code() {
            return "COST_TOO_HIGH";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("received", received, "paid", paid);
        }
    }
}
