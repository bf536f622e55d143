package io.anju.identity.passkey.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;
import java.util.UUID;

/** Every reason for which a passkey is not enrolled, not believed or not revoked. */
public sealed interface PasskeyRefusal extends Refusal {

    /** The answer of the authenticator does not stand up; {@code finding} names the check that failed. */
    record EnrolmentRejected(String finding) implements PasskeyRefusal {
        @Override
        public String code() {
            return "PASSKEY_REJECTED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("finding", finding);
        }
    }

    /** The attestation comes in a format that this installation does not take. */
    record AttestationFormatRefused(String format) implements PasskeyRefusal {
        @Override
        public String code() {
            return "PASSKEY_ATTESTATION_FORMAT_REFUSED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("format", format);
        }
    }

    /** Nobody whom this installation believes vouches for the authenticator, and it asks for that. */
    record AttestationUntrusted(String format) implements PasskeyRefusal {
        @Override
        public String code() {
            return "PASSKEY_ATTESTATION_UNTRUSTED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("format", format);
        }
    }

    /** The signature does not stand up. */
    record AssertionRejected(String finding) implements PasskeyRefusal {
        @Override
        public String code() {
            return "ASSERTION_REJECTED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("finding", finding);
        }
    }

    /** The counter of a signature had gone back: a sign that the authenticator was cloned, and written down as one. */
    record CounterWentBack(UUID passkeyId) implements PasskeyRefusal {
        @Override
        public String code() {
            return "ASSERTION_REJECTED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("finding", "COUNTER_WENT_BACK");
        }
    }

    /** No challenge is open, or it is too old: ask for options first. */
    record NoChallengeOpen() implements PasskeyRefusal {
        @Override
        public String code() {
            return "PASSKEY_CHALLENGE_MISSING";
        }
    }

    /** This authenticator is enrolled already. */
    record EnrolledAlready() implements PasskeyRefusal {
        @Override
        public String code() {
            return "PASSKEY_ENROLLED_ALREADY";
        }
    }

    /** One more than a person may have. */
    record TooMany(int most) implements PasskeyRefusal {
        @Override
        public String code() {
            return "PASSKEYS_TOO_MANY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("most", most);
        }
    }

    /** The person has no such passkey. */
    record NotFound() implements PasskeyRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }
}
