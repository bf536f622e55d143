package io.anju.kernel.arrears;

import io.anju.kernel.result.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Why there is no late charge. */
public sealed interface LateRefusal extends Refusal {

    /** The contract rate may not be raised by that for the breach. */
    record MultiplierOutOfRange(Breach breach, BigDecimal multiplier) implements LateRefusal {
        @Override
        public String code() {
            return "PENALTY_MULTIPLIER_OUT_OF_RANGE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of(
                    "breach", breach.name(),
                    "multiplier", multiplier.toPlainString(),
                    "minimum", breach.least().toPlainString(),
                    "maximum", breach.most().toPlainString());
        }
    }

    /** The days of grace are negative or more than a month. */
    record GraceOutOfRange(int days, int maximum) implements LateRefusal {
        @Override
        public String code() {
            return "GRACE_OUT_OF_RANGE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("days", days, "maximum", maximum);
        }
    }

    /** Something later has been counted already. */
    record OutOfOrder(LocalDate date, LocalDate seenTo) implements LateRefusal {
        @Override
        public String code() {
            return "LATE_STEP_OUT_OF_ORDER";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", date.toString(), "seenTo", seenTo.toString());
        }
    }

    /** The payment is negative; fen. */
    record PaymentNegative(long amount) implements LateRefusal {
        @Override
        public String code() {
            return "PAYMENT_NEGATIVE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("amount", amount);
        }
    }
}
