package io.anju.identity.alert.model;

import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.util.Map;

/** Why an alert does not move. */
public sealed interface AlertRefusal extends Refusal {

    /** There is none. */
    record NotFound() implements AlertRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Only its owner closes it. */
    record NotOwner() implements AlertRefusal {
        @Override
        public String code() {
            return "ALERT_NOT_YOURS";
        }
    }

    /** Nobody looks into their own. */
    record AboutOneself() implements AlertRefusal {
        @Override
        public String code() {
            return "ALERT_ABOUT_ONESELF";
        }
    }

    /** It is over. */
    record ClosedAlready(Instant closedAt) implements AlertRefusal {
        @Override
        public String code() {
            return "ALERT_CLOSED_ALREADY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("closedAt", closedAt);
        }
    }

    /** It is closed by releasing or refusing what is held. */
    record HoldUndecided() implements AlertRefusal {
        @Override
        public String code() {
            return "ALERT_HOLD_UNDECIDED";
        }
    }
}
