package io.anju.identity.registration.model;

import io.anju.identity.model.Phone;
import io.anju.identity.notice.model.NoticeReference;
import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A phone on its way to an account.
 *
 * <pre>
 * Pending ──code right, notice accepted──▶ Completed
 * </pre>
 *
 * <p>Whether the phone has an account already shows only after it has been proved: then the registration leads to that
 * account, as far as a sign-in would.
 */
public sealed interface Registration {

    /** How long the phone has to prove itself. */
    Duration LIFETIME = Duration.ofMinutes(10);

    UUID id();

    /** The pending one behind it, if this acceptance and a code may be taken now. */
    Result<Pending, RegistrationRefusal> accepting(NoticeReference accepted, NoticeReference current, Instant now);

    /** Waiting for the code. */
    record Pending(UUID id, Phone phone, Instant openedAt, Instant expiresAt) implements Registration {

        public static Pending open(UUID id, Phone phone, Instant now) {
            return new Pending(id, phone, now, now.plus(LIFETIME));
        }

        @Override
        public Result<Pending, RegistrationRefusal> accepting(
                NoticeReference accepted, NoticeReference current, Instant now) {
            if (!now.isBefore(expiresAt)) {
                return Result.refused(new RegistrationRefusal.Expired(expiresAt));
            }
            return accepted.equals(current)
                    ? Result.ok(this)
                    : Result.refused(new RegistrationRefusal.NoticeNotCurrent(current.version()));
        }

        public Completed complete(UUID customerId) {
            return new Completed(id, customerId);
        }
    }

    /** The phone has its account. */
    record Completed(UUID id, UUID customerId) implements Registration {

        @Override
        public Result<Pending, RegistrationRefusal> accepting(
                NoticeReference accepted, NoticeReference current, Instant now) {
            return Result.refused(new RegistrationRefusal.CompletedAlready());
        }
    }
}
