package io.anju.identity.hold.model;

import io.anju.kernel.result.Refusal;
import java.time.Instant;
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

    /** Who refused does not lift it. */
    record SameOfficer() implements HoldRefusal {
        @Override
        public String code() {
            return "HOLD_REFUSED_BY_ONESELF";
        }
    }

    /** Who proposed to lift it does not lift it. */
    record SecondPersonNeeded() implements HoldRefusal {
        @Override
        public String code() {
            return "SECOND_PERSON_NEEDED";
        }
    }

    /** Only a refusal or a denial is lifted. */
    record NotRefused(String state) implements HoldRefusal {
        @Override
        public String code() {
            return "HOLD_NOT_REFUSED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("state", state);
        }
    }

    /** Heard once; an officer looks at it. */
    record AppealedAlready(Instant appealedAt) implements HoldRefusal {
        @Override
        public String code() {
            return "HOLD_APPEALED_ALREADY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("appealedAt", appealedAt);
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
