package io.anju.contract.signing.model;

import io.anju.kernel.result.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A contract in one of its states; each transition stands on the state it leaves, so that one which does not exist does not compile.
 *
 * <pre>
 * Drafted ─ sign ──▶ Signed ─ seal ──▶ Sealed
 *    │ decline, expire, withdraw  │ withdraw      │ rescind
 *    ▼                            ▼               ▼
 * Declined, Expired, Withdrawn   Withdrawn     Rescinded
 * </pre>
 *
 * <p>An ended contract stays: a new offer is a new contract.
 */
public sealed interface Contract {
    /** What never changes. */
    ContractFacts facts();

    /**
     * Made and offered to the borrower.
     *
     * @param expiresOn the last day on which it can be signed
     */
    record Drafted(ContractFacts facts, LocalDate expiresOn) implements Contract {
        /** Signed, when every rule agrees. */
        public Result<Signed, SigningRefusal> sign(SigningAttempt attempt) {
            Optional<SigningRefusal> refusal = SigningRules.firstRefusal(this, attempt);
            return refusal.isPresent() ? Result.refused(refusal.get()) : Result.ok(new Signed(facts, attempt.at()));
        }

        /** The borrower says no. */
        public Ended decline(Instant at, String reason) {
            return new Ended(facts, Ending.DECLINED, at, reason);
        }

        /** The bank takes its offer back. */
        public Ended withdraw(Instant at, String reason) {
            return new Ended(facts, Ending.WITHDRAWN, at, reason);
        }

        /** Nobody signed in time; empty while there still is time. */
        public Optional<Ended> expire(LocalDate today, Instant at) {
            return today.isAfter(expiresOn)
                    ? Optional.of(new Ended(facts, Ending.EXPIRED, at, "not signed by " + expiresOn))
                    : Optional.empty();
        }
    }

    /** Signed by everyone who must. */
    record Signed(ContractFacts facts, Instant signedAt) implements Contract {
        /** In force: the bank's seal is on it. */
        public Sealed seal(String sealedSha256, Instant at) {
            return new Sealed(facts, Optional.of(signedAt), sealedSha256, at);
        }

        /** Taken back before it came into force. */
        public Ended withdraw(Instant at, String reason) {
            return new Ended(facts, Ending.WITHDRAWN, at, reason);
        }
    }

    /**
     * In force.
     *
     * @param signedAt empty for what the bank alone seals, such as a certificate
     * @param sealedSha256 64 hexadecimal digits over the sealed file
     */
    record Sealed(ContractFacts facts, Optional<Instant> signedAt, String sealedSha256, Instant sealedAt)
            implements Contract {
        /** In force no more, before any money was paid: the borrower has withdrawn the application. */
        public Rescinded rescind(Instant at, String reason) {
            return new Rescinded(this, at, reason);
        }
    }

    // 民法典 557: 合同解除的，该合同的权利义务关系终止. The sealed file stays as evidence of what was agreed.
    /** It was in force and is no more. */
    record Rescinded(Sealed was, Instant at, String reason) implements Contract {
        @Override
        public ContractFacts facts() {
            return was.facts();
        }
    }

    /** It never came into force. */
    record Ended(ContractFacts facts, Ending ending, Instant at, String reason) implements Contract {}

    /** Ways of not coming into force. */
    enum Ending {
        DECLINED,
        EXPIRED,
        WITHDRAWN
    }

    /** The state's name for callers. */
    default String stateName() {
        return switch (this) {
            case Drafted _ -> "DRAFTED";
            case Signed _ -> "SIGNED";
            case Sealed _ -> "SEALED";
            case Rescinded _ -> "RESCINDED";
            case Ended ended -> ended.ending().name();
        };
    }
}
