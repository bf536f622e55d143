package io.anju.identity.verification.model;

import io.anju.identity.model.Level;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.model.RiskVerdict;
import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Every reason for which the second key is not cut. */
public sealed interface VerificationRefusal extends Refusal {

    /** No policy knows this act. */
    record ActUnknown(String act) implements VerificationRefusal {
        @Override
        public String code() {
            return "ACT_UNKNOWN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("act", act);
        }
    }

    /** The act belongs to another role. */
    record RoleMissing(String act, Set<String> needed) implements VerificationRefusal {
        @Override
        public String code() {
            return "ROLE_MISSING";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("act", act, "needed", needed);
        }
    }

    /** The person is not known well enough. */
    record LevelTooLow(Level required, Level level) implements VerificationRefusal {
        @Override
        public String code() {
            return "LEVEL_TOO_LOW";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("required", required, "level", level);
        }
    }

    /** The act is not done on such a resource, or not by that service. */
    record TargetDoesNotFit(String act, String resource, String audience) implements VerificationRefusal {
        @Override
        public String code() {
            return "TARGET_DOES_NOT_FIT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("act", act, "resource", resource, "audience", audience);
        }
    }

    /** The person has none of the methods that are needed: enrol a passkey, or come to a counter. */
    record NoMethodLeft(String act, Set<ProofMethod> needed) implements VerificationRefusal {
        @Override
        public String code() {
            return "NO_METHOD_LEFT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("act", act, "needed", needed);
        }
    }

    /** The risk rules hold it until an officer has looked at it; the words come from the rule that did. */
    record RiskHeld(UUID holdId, RiskVerdict.Stop stop) implements VerificationRefusal {
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
    record RiskDenied(UUID decisionId, RiskVerdict.Stop stop) implements VerificationRefusal {
        @Override
        public String code() {
            return "RISK_DENIED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("id", decisionId);
        }
    }

    /** It was opened by an officer's release, and the release has let another one through since. */
    record ReleaseUsed() implements VerificationRefusal {
        @Override
        public String code() {
            return "HOLD_RELEASE_USED";
        }
    }

    /** The method was not offered. */
    record MethodNotOffered(ProofMethod asked, Set<ProofMethod> offered) implements VerificationRefusal {
        @Override
        public String code() {
            return "METHOD_NOT_OFFERED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("asked", asked, "offered", offered);
        }
    }

    /** Too late. */
    record Expired(Instant expiredAt) implements VerificationRefusal {
        @Override
        public String code() {
            return "VERIFICATION_EXPIRED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("expiredAt", expiredAt);
        }
    }

    /** Its token was minted already; there is never a second one. */
    record AlreadyProven(Instant provenAt) implements VerificationRefusal {
        @Override
        public String code() {
            return "VERIFICATION_PROVEN_ALREADY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("provenAt", provenAt);
        }
    }

    /** Proved, and its token can be fetched only from then on. */
    record NotReady(Instant readyAt) implements VerificationRefusal {
        @Override
        public String code() {
            return "VERIFICATION_NOT_READY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("readyAt", readyAt);
        }
    }

    /** It waits for nothing: there is no token to fetch and nothing to cancel. */
    record NotDelayed() implements VerificationRefusal {
        @Override
        public String code() {
            return "VERIFICATION_NOT_DELAYED";
        }
    }

    /** It was cancelled while it waited, by its owner or with the passkey that had proved it. */
    record TakenBack(Instant cancelledAt) implements VerificationRefusal {
        @Override
        public String code() {
            return "VERIFICATION_CANCELLED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("cancelledAt", cancelledAt);
        }
    }

    /** The code or assertion was not asked for, or not believed. */
    record ProofRefused(ProofRefusal cause) implements VerificationRefusal {
        @Override
        public String code() {
            return cause.code();
        }

        @Override
        public Map<String, Object> evidence() {
            return cause.evidence();
        }
    }

    /** The caller has no such verification. */
    record NotFound() implements VerificationRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Too many wrong proofs: begin again. */
    record TriesUsedUp() implements VerificationRefusal {
        @Override
        public String code() {
            return "TRIES_USED_UP";
        }
    }
}
