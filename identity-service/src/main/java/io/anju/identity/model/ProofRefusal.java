package io.anju.identity.model;

import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.util.Map;

/** Every reason for which a proof is not asked for, or not believed. Shared by every way in. */
public sealed interface ProofRefusal extends Refusal {

    /** A code was sent to this phone a moment ago. */
    record SentJustNow(Instant nextAt) implements ProofRefusal {
        @Override
        public String code() {
            return "SMS_SENT_JUST_NOW";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("nextAt", nextAt);
        }
    }

    /** The phone, or the address that asks, has had its share of today. */
    record CapReached(int perDay) implements ProofRefusal {
        @Override
        public String code() {
            return "SMS_CAP_REACHED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("perDay", perDay);
        }
    }

    /** The code or the assertion is wrong. */
    record Wrong(int triesLeft) implements ProofRefusal {
        @Override
        public String code() {
            return "PROOF_WRONG";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("triesLeft", triesLeft);
        }
    }

    /** Too late. */
    record Expired(Instant expiredAt) implements ProofRefusal {
        @Override
        public String code() {
            return "PROOF_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("expiredAt", expiredAt);
        }
    }

    /** It was used already, or tried too often: begin again. */
    record Spent() implements ProofRefusal {
        @Override
        public String code() {
            return "PROOF_SPENT";
        }
    }

    /** After some failures each further try has to wait a little longer. */
    record SlowedDown(Instant until) implements ProofRefusal {
        @Override
        public String code() {
            return "SLOWED_DOWN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("until", until);
        }
    }

    /** After many failures nothing is tried for a while; sessions that live already live on. */
    record LockedOut(Instant until) implements ProofRefusal {
        @Override
        public String code() {
            return "LOCKED_OUT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("until", until);
        }
    }
}
