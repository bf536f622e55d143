package io.anju.kit.verification;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Why a verification token does not open this door. */
sealed interface VerificationRefusal extends Refusal {

    /** None was sent, or it is no valid token any more: a fresh verification helps. */
    record Required(String act, String resource, String bodySha256) implements VerificationRefusal {
        @Override
        public String code() {
            return "VERIFICATION_REQUIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("act", act, "resource", resource, "bodySha256", bodySha256);
        }
    }

    /** It is a good token, cut for something else. */
    record Mismatch(String what, String expected, String actual) implements VerificationRefusal {
        @Override
        public String code() {
            return "VERIFICATION_MISMATCH";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("what", what, "expected", expected, "actual", actual);
        }
    }
}
