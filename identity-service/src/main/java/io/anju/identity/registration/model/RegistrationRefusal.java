package io.anju.identity.registration.model;

import io.anju.identity.model.ProofRefusal;
import io.anju.identity.signin.model.SignInRefusal;
import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.util.Map;

/** Every reason for which a registration is not completed. */
public sealed interface RegistrationRefusal extends Refusal {

    /** Too late: begin again. */
    record Expired(Instant expiredAt) implements RegistrationRefusal {
        @Override
        public String code() {
            return "REGISTRATION_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("expiredAt", expiredAt);
        }
    }

    /** It is completed; sign in. */
    record CompletedAlready() implements RegistrationRefusal {
        @Override
        public String code() {
            return "REGISTRATION_COMPLETED_ALREADY";
        }
    }

    /** Another notice is in force than the one that was accepted: show the current one. */
    record NoticeNotCurrent(String current) implements RegistrationRefusal {
        @Override
        public String code() {
            return "PRIVACY_NOTICE_NOT_CURRENT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("current", current);
        }
    }

    /** No such registration. */
    record NotFound() implements RegistrationRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The phone is proved, and who has it is not let in: in the words of a sign-in, which it then is. */
    record NotLetIn(SignInRefusal cause) implements RegistrationRefusal {
        @Override
        public String code() {
            return cause.code();
        }

        @Override
        public Map<String, Object> evidence() {
            return cause.evidence();
        }
    }

    /** The code was not asked for, or not believed. */
    record ProofRefused(ProofRefusal cause) implements RegistrationRefusal {
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
