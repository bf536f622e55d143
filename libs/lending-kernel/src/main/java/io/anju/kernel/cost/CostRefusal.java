package io.anju.kernel.cost;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.result.Refusal;
import java.util.Map;
import java.util.Set;

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

    /** No tranche, or tranches of different frequencies. */
    record NoCommonPeriod(Set<Frequency> frequencies) implements CostRefusal {
        @Override
        public String code() {
            return "NO_COMMON_PERIOD";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of(
                    "frequencies", frequencies.stream().map(Frequency::name).toList());
        }
    }

    /** Costs at the start are negative or above the kernel's limit; fen. */
    record CostsOutOfRange(long costs, long maximum) implements CostRefusal {
        @Override
        public String code() {
            return "COSTS_OUT_OF_RANGE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("costs", costs, "maximum", maximum);
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
