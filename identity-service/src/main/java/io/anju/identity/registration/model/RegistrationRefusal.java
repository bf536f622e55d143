package io.anju.identity.registration.model;

import io.anju.identity.model.ProofRefusal;
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

    /** The device gets no bearer tokens, and proves no key (RFC 9449 §5.2). */
    record KeyMissing() implements RegistrationRefusal {
        @Override
        public String code() {
            return "DPOP_PROOF_MISSING";
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
