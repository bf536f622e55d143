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
 *    │ │
 *    │ └──proof right, the policy delays──▶ Delayed ──fetched in its time──▶ Proven
 *    │                                         └──cancelled──▶ Cancelled
 *    └──fifth proof wrong──▶ Exhausted
 * </pre>
 *
 * <p>A pending one that is past its time stays as it is and answers every proof with {@link Expired}; a delayed one that
 * nobody fetched in time likewise.
 */
public sealed interface Verification {

    /** Wrong proofs after which it is over. */
    int TRIES = 5;

    /** What never changes. */
    Opened opened();

    /** The pending one behind it, if a proof may be tried with this method now. */
    Result<Pending, VerificationRefusal> accepting(ProofMethod method, Instant now);

    /**
     * Fetches the token of a delayed one. A phone that lost the answer gets the same token again while it lives.
     *
     * @param tokenId for the token, if it is to be minted now
     */
    default Result<Proven, VerificationRefusal> collect(UUID tokenId, Instant now) {
        return Result.refused(new VerificationRefusal.NotDelayed());
    }

    /** Takes a delayed one back; whoever cancels again finds it cancelled. */
    default Result<Cancelled, VerificationRefusal> cancel(Instant now) {
        return Result.refused(new VerificationRefusal.NotDelayed());
    }

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
     * @param delay between proof and token
     */
    record Pending(
            Opened opened,
            ProofMethod method,
            int failures,
            Instant expiresAt,
            Duration tokenTime,
            Optional<Delay> delay)
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
            return new Proven(opened, method, tokenId, now, Optional.empty(), now.plus(tokenTime), evidence);
        }

        /** The proof was right; the token may be fetched later. */
        public Delayed delayed(Delay by, Optional<PasskeyEvidence> evidence, Instant now) {
            Instant readyAt = now.plus(by.length());
            return new Delayed(opened, method, now, readyAt, readyAt.plus(by.open()), tokenTime, evidence);
        }

        /** The proof was wrong. */
        public Verification failed() {
            return failures + 1 < TRIES
                    ? new Pending(opened, method, failures + 1, expiresAt, tokenTime, delay)
                    : new Exhausted(opened);
        }

        /** Proofs that may still be tried after one more failure. */
        public int triesLeftAfterFailure() {
            return TRIES - failures - 1;
        }
    }

    /**
     * Proven, its token not yet to be had.
     *
     * @param at when it was proved
     * @param readyAt from then on the token can be fetched
     * @param until and from then on no longer
     * @param evidence the assertion, if a passkey proved it
     */
    record Delayed(
            Opened opened,
            ProofMethod method,
            Instant at,
            Instant readyAt,
            Instant until,
            Duration tokenTime,
            Optional<PasskeyEvidence> evidence)
            implements Verification {

        @Override
        public Result<Pending, VerificationRefusal> accepting(ProofMethod asked, Instant now) {
            return Result.refused(new AlreadyProven(at));
        }

        @Override
        public Result<Proven, VerificationRefusal> collect(UUID tokenId, Instant now) {
            if (now.isBefore(readyAt)) {
                return Result.refused(new VerificationRefusal.NotReady(readyAt));
            }
            return now.isBefore(until)
                    ? Result.ok(
                            new Proven(opened, method, tokenId, at, Optional.of(now), now.plus(tokenTime), evidence))
                    : Result.refused(new Expired(until));
        }

        @Override
        public Result<Cancelled, VerificationRefusal> cancel(Instant now) {
            return Result.ok(new Cancelled(opened, now));
        }
    }

    /**
     * Proven, its token minted.
     *
     * @param tokenId {@code jti} of the one token
     * @param collectedAt when the token was fetched, after a delay
     * @param evidence the assertion, if a passkey proved it
     */
    record Proven(
            Opened opened,
            ProofMethod method,
            UUID tokenId,
            Instant at,
            Optional<Instant> collectedAt,
            Instant tokenExpiresAt,
            Optional<PasskeyEvidence> evidence)
            implements Verification {

        /** When the token was minted. */
        public Instant tokenIssuedAt() {
            return collectedAt.orElse(at);
        }

        @Override
        public Result<Pending, VerificationRefusal> accepting(ProofMethod asked, Instant now) {
            return Result.refused(new AlreadyProven(at));
        }

        @Override
        public Result<Proven, VerificationRefusal> collect(UUID unused, Instant now) {
            return collectedAt.isPresent() && now.isBefore(tokenExpiresAt)
                    ? Result.ok(this)
                    : Result.refused(new AlreadyProven(tokenIssuedAt()));
        }

        @Override
        public Result<Cancelled, VerificationRefusal> cancel(Instant now) {
            return Result.refused(new AlreadyProven(tokenIssuedAt()));
        }
    }

    /**
     * Taken back before its token was fetched.
     *
     * @param at when
     */
    record Cancelled(Opened opened, Instant at) implements Verification {

        @Override
        public Result<Pending, VerificationRefusal> accepting(ProofMethod method, Instant now) {
            return Result.refused(new VerificationRefusal.TakenBack(at));
        }

        @Override
        public Result<Proven, VerificationRefusal> collect(UUID tokenId, Instant now) {
            return Result.refused(new VerificationRefusal.TakenBack(at));
        }

        @Override
        public Result<Cancelled, VerificationRefusal> cancel(Instant now) {
            return Result.ok(this);
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
