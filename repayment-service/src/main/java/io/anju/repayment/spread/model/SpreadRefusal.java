package io.anju.repayment.spread.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Why a batch is not proposed or not decided. */
public sealed interface SpreadRefusal extends Refusal {

    /** No such batch. */
    record NotFound(UUID id) implements SpreadRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** No batch goes as low; decimal fractions. */
    record BelowLowest(String to, String lowest) implements SpreadRefusal {
        @Override
        public String code() {
            return "SPREAD_BATCH_TOO_LOW";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("to", to, "lowest", lowest);
        }
    }

    /** A spread comes down on a day that is ahead. */
    record DayNotAhead(LocalDate effective, LocalDate today) implements SpreadRefusal {
        @Override
        public String code() {
            return "SPREAD_BATCH_DAY_NOT_AHEAD";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("effective", effective.toString(), "today", today.toString());
        }
    }

    /** The rule is for no loan as they are. */
    record NoLoans() implements SpreadRefusal {
        @Override
        public String code() {
            return "SPREAD_BATCH_EMPTY";
        }
    }

    /** Another batch is not done: a loan waits for one at a time. */
    record AnotherUnderWay(UUID batch) implements SpreadRefusal {
        @Override
        public String code() {
            return "SPREAD_BATCH_UNDER_WAY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("batch", batch.toString());
        }
    }

    /** Whoever proposes does not decide. */
    record SamePerson() implements SpreadRefusal {
        @Override
        public String code() {
            return "SAME_PERSON";
        }
    }

    /** It has been decided. */
    record AlreadyDecided(UUID batch) implements SpreadRefusal {
        @Override
        public String code() {
            return "SPREAD_BATCH_DECIDED";
        }
    }
}
