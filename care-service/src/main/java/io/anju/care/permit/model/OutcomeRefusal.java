package io.anju.care.permit.model;

import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.util.Map;

/** Why an outcome is not taken. */
public sealed interface OutcomeRefusal extends Refusal {

    /** The agency holds no such permit. */
    record UnknownPermit() implements OutcomeRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The contact has an outcome; it is not changed. */
    record AlreadyReported() implements OutcomeRefusal {
        @Override
        public String code() {
            return "OUTCOME_ALREADY_REPORTED";
        }
    }

    /** The permit's window has not opened. */
    record NotYetUsable(Instant opensAt) implements OutcomeRefusal {
        @Override
        public String code() {
            return "PERMIT_NOT_YET_USABLE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("opensAt", opensAt.toString());
        }
    }
}
