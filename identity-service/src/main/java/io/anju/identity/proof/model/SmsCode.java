package io.anju.identity.proof.model;

import io.anju.identity.model.ProofRefusal;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A one-time code: six digits, bound to one phone, one purpose and one operation, good for five minutes and five tries.
 *
 * <pre>
 * Pending ──right──▶ Used
 *    └──fifth wrong──▶ Spent
 * </pre>
 */
public sealed interface SmsCode {

    /** How long a code is good for. */
    Duration LIFETIME = Duration.ofMinutes(5);

    /** Wrong codes after which it is over. */
    int TRIES = 5;

    /** The operation it belongs to: the id of the registration, sign-in or verification. */
    UUID id();

    /** What happens when a code is typed. */
    Attempt attempt(byte[] typedHash, Instant now);

    /**
     * A try and what became of the code by it.
     *
     * @param refusal empty when the code was right
     */
    record Attempt(SmsCode after, Optional<ProofRefusal> refusal) {}

    /**
     * Sent and not yet answered.
     *
     * @param hash keyed hash of the code; the code itself is kept nowhere
     * @param tries wrong ones so far, 0 to 4
     */
    record Pending(UUID id, byte[] hash, Instant expiresAt, int tries) implements SmsCode {

        @Override
        public Attempt attempt(byte[] typedHash, Instant now) {
            if (!now.isBefore(expiresAt)) {
                return new Attempt(this, Optional.of(new ProofRefusal.Expired(expiresAt)));
            }
            if (MessageDigest.isEqual(hash, typedHash)) {
                return new Attempt(new Used(id), Optional.empty());
            }
            int wrong = tries + 1;
            SmsCode after = wrong < TRIES ? new Pending(id, hash, expiresAt, wrong) : new Spent(id);
            return new Attempt(after, Optional.of(new ProofRefusal.Wrong(TRIES - wrong)));
        }
    }

    /** Answered rightly, once. */
    record Used(UUID id) implements SmsCode {
        @Override
        public Attempt attempt(byte[] typedHash, Instant now) {
            return new Attempt(this, Optional.of(new ProofRefusal.Spent()));
        }
    }

    /** Tried too often. */
    record Spent(UUID id) implements SmsCode {
        @Override
        public Attempt attempt(byte[] typedHash, Instant now) {
            return new Attempt(this, Optional.of(new ProofRefusal.Spent()));
        }
    }
}
