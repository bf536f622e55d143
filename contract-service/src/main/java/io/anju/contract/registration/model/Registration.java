package io.anju.contract.registration.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mortgage at the registry. It exists from registration (民法典 402) and ends with the debt (393).
 *
 * <pre>
 * Pending ─▶ Registered ─▶ Releasing ─▶ Released
 *  │   ▲
 *  ▼   │ apply again
 * Rejected
 * </pre>
 */
public sealed interface Registration {
    /** What it is about. */
    Facts facts();

    /**
     * What it is about; only another application changes it.
     *
     * @param registryId the registry's own id
     * @param attempt number of the application to the registry, from 1
     */
    record Facts(
            UUID id,
            UUID contractId,
            UUID applicationId,
            UUID customerId,
            String registryId,
            int attempt,
            Instant requestedAt) {}

    /** Applied for. */
    record Pending(Facts facts) implements Registration {
        /** Entered in the register. */
        public Registered register(String certificateNumber, Instant at) {
            return new Registered(facts, certificateNumber, at);
        }

        /** Refused by the registry. */
        public Rejected reject(String reason) {
            return new Rejected(facts, reason);
        }
    }

    /** In the register: the mortgage exists. */
    record Registered(Facts facts, String certificateNumber, Instant registeredAt) implements Registration {
        /**
         * The registry is asked to strike it out.
         *
         * @param loanId the loan that is paid; empty when none came about
         */
        public Releasing release(Optional<UUID> loanId) {
            return new Releasing(facts, certificateNumber, registeredAt, loanId);
        }
    }

    /** To be struck out. */
    record Releasing(Facts facts, String certificateNumber, Instant registeredAt, Optional<UUID> loanId)
            implements Registration {
        /** Struck out. */
        public Released released(Instant at) {
            return new Released(facts, certificateNumber, registeredAt, loanId, at);
        }
    }

    /** Struck out of the register. */
    record Released(
            Facts facts, String certificateNumber, Instant registeredAt, Optional<UUID> loanId, Instant releasedAt)
            implements Registration {}

    /** Refused by the registry, with its reason; a person has to look at it. */
    record Rejected(Facts facts, String reason) implements Registration {
        /** Applied for once more, under another id of the registry. */
        public Pending applyAgain(String registryId, Instant at) {
            return new Pending(new Facts(
                    facts.id(),
                    facts.contractId(),
                    facts.applicationId(),
                    facts.customerId(),
                    registryId,
                    facts.attempt() + 1,
                    at));
        }
    }

    /** The state's name for callers and rows. */
    default String stateName() {
        return switch (this) {
            case Pending _ -> "PENDING";
            case Registered _ -> "REGISTERED";
            case Releasing _ -> "RELEASING";
            case Released _ -> "RELEASED";
            case Rejected _ -> "REJECTED";
        };
    }
}
