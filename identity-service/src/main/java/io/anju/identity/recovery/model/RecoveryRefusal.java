package io.anju.identity.recovery.model;

import io.anju.identity.model.ProofRefusal;
import io.anju.identity.realname.model.RealNameRefusal;
import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.util.Map;

/** Every reason for which a customer does not get back in. */
public sealed interface RecoveryRefusal extends Refusal {

    /** There is no such recovery. */
    record NotFound() implements RecoveryRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The number on the ID card cannot be one. */
    record IdNumberNotGood(RealNameRefusal cause) implements RecoveryRefusal {
        @Override
        public String code() {
            return cause.code();
        }

        @Override
        public Map<String, Object> evidence() {
            return cause.evidence();
        }
    }

    /** The registry does not confirm name and number, or no customer proved this name: the answer does not tell which. */
    record NotIdentified() implements RecoveryRefusal {
        @Override
        public String code() {
            return "CUSTOMER_NOT_IDENTIFIED";
        }
    }

    /** Too many identifications failed at this teller. */
    record TriedTooOften(ProofRefusal cause) implements RecoveryRefusal {
        @Override
        public String code() {
            return cause.code();
        }

        @Override
        public Map<String, Object> evidence() {
            return cause.evidence();
        }
    }

    /** Whoever identified the customer does not let them back in. */
    record SameHands() implements RecoveryRefusal {
        @Override
        public String code() {
            return "SECOND_PERSON_NEEDED";
        }
    }

    /** Somebody has decided on it. */
    record DecidedAlready() implements RecoveryRefusal {
        @Override
        public String code() {
            return "RECOVERY_DECIDED_ALREADY";
        }
    }

    /** The customer has left the counter. */
    record Expired(Instant expiredAt) implements RecoveryRefusal {
        @Override
        public String code() {
            return "RECOVERY_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("expiredAt", expiredAt);
        }
    }

    /** Wrong, too late or used: the answer does not tell which. */
    record CodeNotGood() implements RecoveryRefusal {
        @Override
        public String code() {
            return "RECOVERY_CODE_NOT_GOOD";
        }
    }

    /** The new passkey did not stand up. */
    record PasskeyRefused(String passkeyCode, Map<String, Object> passkeyEvidence) implements RecoveryRefusal {
        @Override
        public String code() {
            return passkeyCode;
        }

        @Override
        public Map<String, Object> evidence() {
            return passkeyEvidence;
        }
    }
}
