package io.anju.identity.phonechange.model;

import io.anju.identity.model.ProofRefusal;
import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.util.Map;

/** Every reason for which a phone is not changed. */
public sealed interface PhoneChangeRefusal extends Refusal {

    /** The customer has opened no such change. */
    record NotFound() implements PhoneChangeRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** It is the phone that the account has. */
    record SamePhone() implements PhoneChangeRefusal {
        @Override
        public String code() {
            return "PHONE_IS_THE_SAME";
        }
    }

    /** Too late: begin again. */
    record Expired(Instant expiredAt) implements PhoneChangeRefusal {
        @Override
        public String code() {
            return "PHONE_CHANGE_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("expiredAt", expiredAt);
        }
    }

    /** Done already. */
    record CompletedAlready(Instant completedAt) implements PhoneChangeRefusal {
        @Override
        public String code() {
            return "PHONE_CHANGED_ALREADY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("completedAt", completedAt);
        }
    }

    /** Another account has this phone; said only to whoever holds it. */
    record Taken() implements PhoneChangeRefusal {
        @Override
        public String code() {
            return "PHONE_TAKEN";
        }
    }

    /** The code was not sent, or not believed. */
    record ProofRefused(ProofRefusal cause) implements PhoneChangeRefusal {
        @Override
        public String code() {
            return cause.code();
        }

        @Override
        public Map<String, Object> evidence() {
            return cause.evidence();
        }
    }
}
