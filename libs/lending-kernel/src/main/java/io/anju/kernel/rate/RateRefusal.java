package io.anju.kernel.rate;

import io.anju.kernel.result.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Why there is no rate. */
public sealed interface RateRefusal extends Refusal {

    /** The value is negative, above 1,000 % or finer than ten decimals. */
    record RateOutOfRange(BigDecimal value) implements RateRefusal {
        @Override
        public String code() {
            return "RATE_OUT_OF_RANGE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("value", value.toPlainString());
        }
    }

    /** The value is above 100 percentage points either way, or finer than ten decimals. */
    record SpreadOutOfRange(BigDecimal value) implements RateRefusal {
        @Override
        public String code() {
            return "SPREAD_OUT_OF_RANGE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("value", value.toPlainString());
        }
    }

    /** The spread is at what the rules allow already, or below it. */
    record SpreadNotAbove(Spread spread, Spread lowest) implements RateRefusal {
        @Override
        public String code() {
            return "SPREAD_NOT_ABOVE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("spread", spread.text(), "lowest", lowest.text());
        }
    }

    /** A cycle is 3, 6 or 12 months, and was a year before November 2024. */
    record CycleNotPossible(int cycleMonths, LocalDate agreedOn) implements RateRefusal {
        @Override
        public String code() {
            return "REPRICING_CYCLE_NOT_POSSIBLE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("cycleMonths", cycleMonths, "agreedOn", agreedOn.toString());
        }
    }

    /** A rate that is fixed from now on would be above the one in force. */
    record FixedRateAboveCurrent(AnnualRate current, AnnualRate fixed) implements RateRefusal {
        @Override
        public String code() {
            return "FIXED_RATE_ABOVE_CURRENT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("current", current.text(), "fixed", fixed.text());
        }
    }

    /** The series has no publication that was in force on the day before. */
    record NoReferenceRate(ReferenceRate.Tenor tenor, LocalDate date) implements RateRefusal {
        @Override
        public String code() {
            return "NO_REFERENCE_RATE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("tenor", tenor.name(), "date", date.toString());
        }
    }

    /** The newest publication known on the day is older than a cycle: one was missed. */
    record StaleReferenceRate(
            ReferenceRate.Tenor tenor, LocalDate date, ReferenceRate.Publication newest, int maximumAgeDays)
            implements RateRefusal {
        @Override
        public String code() {
            return "REFERENCE_RATE_STALE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of(
                    "tenor", tenor.name(),
                    "date", date.toString(),
                    "published", newest.date().toString(),
                    "value", newest.value().text(),
                    "maximumAgeDays", maximumAgeDays);
        }
    }

    /** No spread was in force on the day. */
    record NoSpread(LocalDate date) implements RateRefusal {
        @Override
        public String code() {
            return "NO_SPREAD";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", date.toString());
        }
    }
}
