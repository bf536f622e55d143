package io.anju.identity.hold.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Why a hold is not decided. */
public sealed interface HoldRefusal extends Refusal {

    /** There is none. */
    record NotFound() implements HoldRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Nobody clears their own. */
    record OwnHold() implements HoldRefusal {
        @Override
        public String code() {
            return "HOLD_OF_ONESELF";
        }
    }

    /** Somebody was faster. */
    record DecidedAlready(String state) implements HoldRefusal {
        @Override
        public String code() {
            return "HOLD_DECIDED_ALREADY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("state", state);
        }
    }
}
