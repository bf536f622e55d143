package io.anju.identity.signin.model;

import io.anju.identity.model.Phone;
import io.anju.identity.model.ProofMethod;
import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An attempt to sign in.
 *
 * <pre>
 * BySms / ByPasskey ──proof right──▶ Over(completed)
 *         ByPasskey ──proof wrong──▶ Over(failed)      a challenge is answered once
 * </pre>
 */
public sealed interface SignIn {

    /** How long a proof may take. */
    Duration LIFETIME = Duration.ofMinutes(5);

    UUID id();

    /** The sign-in itself, if a proof by this method may be taken now. */
    Result<SignIn, SignInRefusal> accepting(ProofMethod method, Instant now);

    /** Waiting for the code that was sent to the phone. */
    record BySms(UUID id, Phone phone, Instant openedAt, Instant expiresAt) implements SignIn {
        @Override
        public Result<SignIn, SignInRefusal> accepting(ProofMethod method, Instant now) {
            return check(this, method == ProofMethod.SMS, expiresAt, now);
        }
    }

    /**
     * Waiting for any passkey of ours to answer the challenge.
     *
     * @param challenge 32 random bytes in base64url
     */
    record ByPasskey(UUID id, String challenge, Instant openedAt, Instant expiresAt) implements SignIn {
        @Override
        public Result<SignIn, SignInRefusal> accepting(ProofMethod method, Instant now) {
            return check(this, method == ProofMethod.PASSKEY, expiresAt, now);
        }
    }

    /** Completed or failed. */
    record Over(UUID id, boolean completed) implements SignIn {
        @Override
        public Result<SignIn, SignInRefusal> accepting(ProofMethod method, Instant now) {
            return Result.refused(new SignInRefusal.Over());
        }
    }

    private static Result<SignIn, SignInRefusal> check(SignIn signIn, boolean fits, Instant expiresAt, Instant now) {
        if (!now.isBefore(expiresAt)) {
            return Result.refused(new SignInRefusal.Expired(expiresAt));
        }
        return fits ? Result.ok(signIn) : Result.refused(new SignInRefusal.OtherMethod());
    }
}
