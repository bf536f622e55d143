package io.anju.identity.signin.model;

import io.anju.identity.hold.model.HoldRefusal;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.model.RiskVerdict;
import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Every reason for which nobody is signed in. */
public sealed interface SignInRefusal extends Refusal {

    /** No such sign-in. */
    record NotFound() implements SignInRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Too late: begin again. */
    record Expired(Instant expiredAt) implements SignInRefusal {
        @Override
        public String code() {
            return "SIGN_IN_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("expiredAt", expiredAt);
        }
    }

    /** It has been completed or has failed: begin again. */
    record Over() implements SignInRefusal {
        @Override
        public String code() {
            return "SIGN_IN_OVER";
        }
    }

    /** It was opened for the other method. */
    record OtherMethod() implements SignInRefusal {
        @Override
        public String code() {
            return "SIGN_IN_OTHER_METHOD";
        }
    }

    /** The phone is the caller's own, proved by the code, but has no account: register. */
    record NotRegistered() implements SignInRefusal {
        @Override
        public String code() {
            return "PHONE_NOT_REGISTERED";
        }
    }

    /** The risk rules want a passkey, and the person has one. */
    record PasskeyNeeded() implements SignInRefusal {
        @Override
        public String code() {
            return "SIGN_IN_NEEDS_PASSKEY";
        }
    }

    /** The risk rules hold it until an officer has looked at it. */
    record RiskHeld(UUID holdId, RiskVerdict.Stop stop) implements SignInRefusal {
        @Override
        public String code() {
            return "RISK_HELD";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("id", holdId);
        }
    }

    /** The risk rules deny it. */
    record RiskDenied(UUID decisionId, RiskVerdict.Stop stop) implements SignInRefusal {
        @Override
        public String code() {
            return "RISK_DENIED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("id", decisionId);
        }
    }

    /** The member of staff is suspended. */
    record Suspended() implements SignInRefusal {
        @Override
        public String code() {
            return "SUSPENDED";
        }
    }

    /** The device gets no bearer tokens, and proves no key (RFC 9449 §5.2). */
    record KeyMissing() implements SignInRefusal {
        @Override
        public String code() {
            return "DPOP_PROOF_MISSING";
        }
    }

    /** An appeal against a sign-in that was stopped is not heard. */
    record AppealRefused(HoldRefusal cause) implements SignInRefusal {
        @Override
        public String code() {
            return cause.code();
        }

        @Override
        public Map<String, Object> evidence() {
            return cause.evidence();
        }
    }

    /** The code or assertion was not asked for, or not believed. */
    record ProofRefused(ProofRefusal cause) implements SignInRefusal {
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
