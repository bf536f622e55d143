package io.anju.identity.verification.model;

import io.anju.identity.model.ProofMethod;
import io.anju.identity.verification.model.VerificationRefusal.AlreadyProven;
import io.anju.identity.verification.model.VerificationRefusal.Expired;
import io.anju.identity.verification.model.VerificationRefusal.MethodNotOffered;
import io.anju.identity.verification.model.VerificationRefusal.TriesUsedUp;
import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;

/**
 * A verification: one person is asked to prove themselves for one act.
 *
 * <pre>
 * Pending ──proof right──▶ Proven       the one token is minted in this step
 *    │
 *    └──fifth proof wrong──▶ Exhausted
 * </pre>
 *
 * <p>A pending one that is past its time stays as it is and answers every proof with {@link Expired}.
 */
public sealed interface Verification {

    /** Wrong proofs after which it is over. */
    int TRIES = 5;

    /** What never changes. */
    Opened opened();

    /** The pending one behind it, if a proof may be tried with this method now. */
    Result<Pending, VerificationRefusal> accepting(ProofMethod method, Instant now);

    /**
     * What is fixed when it opens.
     *
     * @param policyVersion version of the act's policy it was opened under
     * @param nonce 32 random bytes in base64url, part of the passkey challenge, see {@link ActChallenge}
     */
    record Opened(UUID id, UUID personId, ProtectedAct act, int policyVersion, String nonce, Instant at) {

        /** The challenge that a passkey signs for this act. */
        public String challenge() {
            return ActChallenge.of(nonce, act);
        }
    }

    /**
     * Waiting for the proof.
     *
     * @param method the way to prove oneself that it was opened with
     * @param failures wrong proofs so far, 0 to 4
     * @param tokenTime how long the token will live
     */
    record Pending(Opened opened, ProofMethod method, int failures, Instant expiresAt, Duration tokenTime)
            implements Verification {

        @Override
        public Result<Pending, VerificationRefusal> accepting(ProofMethod shown, Instant now) {
            if (!now.isBefore(expiresAt)) {
                return Result.refused(new Expired(expiresAt));
            }
            return shown == method ? Result.ok(this) : Result.refused(new MethodNotOffered(shown, EnumSet.of(method)));
        }

        /** The proof was right; the token with this id may be minted, once. */
        public Proven proven(UUID tokenId, Optional<PasskeyEvidence> evidence, Instant now) {
            return new Proven(opened, method, tokenId, now, now.plus(tokenTime), evidence);
        }

        /** The proof was wrong. */
        public Verification failed() {
            return failures + 1 < TRIES
                    ? new Pending(opened, method, failures + 1, expiresAt, tokenTime)
                    : new Exhausted(opened);
        }

        /** Proofs that may still be tried after one more failure. */
        public int triesLeftAfterFailure() {
            return TRIES - failures - 1;
        }
    }

    /**
     * Proven, its token minted.
     *
     * @param tokenId {@code jti} of the one token
     * @param evidence the assertion, if a passkey proved it
     */
    record Proven(
            Opened opened,
            ProofMethod method,
            UUID tokenId,
            Instant at,
            Instant tokenExpiresAt,
            Optional<PasskeyEvidence> evidence)
            implements Verification {

        @Override
        public Result<Pending, VerificationRefusal> accepting(ProofMethod asked, Instant now) {
            return Result.refused(new AlreadyProven(at));
        }
    }

    /** Failed for good. */
    record Exhausted(Opened opened) implements Verification {

        @Override
        public Result<Pending, VerificationRefusal> accepting(ProofMethod method, Instant now) {
            return Result.refused(new TriesUsedUp());
        }
    }
}
