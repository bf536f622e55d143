package io.anju.identity.phonechange.model;

import io.anju.identity.model.Phone;
import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of phone. The old side was proved when it was opened, by a passkey or by a code on the old phone; the new phone
 * proves itself by a code of its own.
 *
 * <pre>
 * Pending ──right code from the new phone──▶ Completed
 *    └──expires
 * </pre>
 */
public sealed interface PhoneChange {

    /** How long the new phone has. */
    Duration LIFETIME = Duration.ofMinutes(10);

    UUID id();

    UUID customerId();

    /** Waits for the new phone. */
    record Pending(UUID id, UUID customerId, Phone phone, Instant openedAt, Instant expiresAt) implements PhoneChange {

        /** Whether a code may be tried now. */
        public Result<Pending, PhoneChangeRefusal> accepting(Instant now) {
            return now.isBefore(expiresAt)
                    ? Result.ok(this)
                    : Result.refused(new PhoneChangeRefusal.Expired(expiresAt));
        }
    }

    /** The account has the new phone. */
    record Completed(UUID id, UUID customerId, Instant at) implements PhoneChange {}

    /** The change while it waits. */
    default Result<Pending, PhoneChangeRefusal> pending(Instant now) {
        return switch (this) {
            case Pending pending -> pending.accepting(now);
            case Completed completed -> Result.refused(new PhoneChangeRefusal.CompletedAlready(completed.at()));
        };
    }
}
