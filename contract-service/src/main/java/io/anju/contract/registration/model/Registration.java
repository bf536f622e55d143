package io.anju.contract.registration.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A mortgage at the registry. It exists from registration (民法典 402) and ends with the debt (393).
 *
 * <pre>
 * Pending ─▶ Registered ─▶ Releasing ─▶ Released
 *    └─────▶ Rejected
 * </pre>
 */
public sealed interface Registration {
    /** What never changes. */
    Facts facts();

    /**
     * What never changes about it.
     *
     * @param registryId the registry's own id
     */
    record Facts(
            UUID id, UUID contractId, UUID applicationId, UUID customerId, String registryId, Instant requestedAt) {}

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
        /** The debt is paid; the registry is asked to strike it out. */
        public Releasing release(UUID loanId) {
            return new Releasing(facts, certificateNumber, registeredAt, loanId);
        }
    }

    /** To be struck out. */
    record Releasing(Facts facts, String certificateNumber, Instant registeredAt, UUID loanId) implements Registration {
        /** Struck out. */
        public Released released(Instant at) {
            return new Released(facts, certificateNumber, registeredAt, loanId, at);
        }
    }

    /** Struck out of the register. */
    record Released(Facts facts, String certificateNumber, Instant registeredAt, UUID loanId, Instant releasedAt)
            implements Registration {}

    /** Refused by the registry, with its reason; a person has to look at it. */
    record Rejected(Facts facts, String reason) implements Registration {}

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
