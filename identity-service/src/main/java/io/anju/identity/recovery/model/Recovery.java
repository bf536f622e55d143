package io.anju.identity.recovery.model;

import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer on the way back into their account.
 *
 * <pre>
 * Proposed ──approved by somebody else──▶ Approved ──new passkey──▶ Completed
 *    └─────────────rejected─────────────▶ Rejected
 * </pre>
 */
public sealed interface Recovery {

    /** The customer waits at the counter. */
    Duration LIFETIME = Duration.ofHours(1);

    /** How long the code in the customer's hand is good. */
    Duration CODE_LIFETIME = Duration.ofMinutes(30);

    /** What was found at the counter. */
    Facts facts();

    /**
     * @param faceReference the registry's reference to its comparison of the person with their ID; no picture is kept here
     * @param papers what the teller has seen, in their words
     */
    record Facts(
            UUID id,
            UUID customerId,
            String faceReference,
            String papers,
            UUID proposedBy,
            Instant proposedAt,
            Instant expiresAt) {}

    /** Who decided, and when. */
    record Decision(UUID by, Instant at) {}

    /** Identified by one; waits for the other. */
    record Proposed(Facts facts) implements Recovery {

        /** Somebody else than the one who identified the customer. */
        public Result<Approved, RecoveryRefusal> approve(UUID by, Instant now) {
            if (by.equals(facts.proposedBy())) {
                return Result.refused(new RecoveryRefusal.SameHands());
            }
            return now.isBefore(facts.expiresAt())
                    ? Result.ok(new Approved(facts, new Decision(by, now), now.plus(CODE_LIFETIME)))
                    : Result.refused(new RecoveryRefusal.Expired(facts.expiresAt()));
        }

        /** Anybody of those who decide, and the one who proposed it. */
        public Rejected reject(UUID by, Instant now) {
            return new Rejected(facts, new Decision(by, now));
        }
    }

    /** The old passkeys and sessions are out; the code lets the customer enrol one new passkey. */
    record Approved(Facts facts, Decision decision, Instant codeExpiresAt) implements Recovery {

        /** The new passkey is there. */
        public Result<Completed, RecoveryRefusal> complete(Instant now) {
            return now.isBefore(codeExpiresAt)
                    ? Result.ok(new Completed(facts, decision, codeExpiresAt, now))
                    : Result.refused(new RecoveryRefusal.CodeNotGood());
        }
    }

    /** Nothing was changed. */
    record Rejected(Facts facts, Decision decision) implements Recovery {}

    /** The customer signs in with the new passkey. */
    record Completed(Facts facts, Decision decision, Instant codeExpiresAt, Instant at) implements Recovery {}

    /** While it waits for a decision. */
    default Result<Proposed, RecoveryRefusal> undecided() {
        return this instanceof Proposed proposed
                ? Result.ok(proposed)
                : Result.refused(new RecoveryRefusal.DecidedAlready());
    }
}
