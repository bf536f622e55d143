package io.anju.identity.alert.model;

import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An alert: somebody has to look, by a certain time.
 *
 * <pre>
 * Open ──an officer takes it──▶ Assigned ──its owner says what they found──▶ Closed
 *                                  └──another officer takes it over──┘ (still Assigned)
 * </pre>
 */
public sealed interface Alert {

    /** What never changes. */
    Raised raised();

    /** Word for the state. */
    String state();

    /** Gives it to an officer. */
    default Result<Assigned, AlertRefusal> assign(UUID officer, Instant now) {
        return officer.equals(raised().personId())
                ? Result.refused(new AlertRefusal.AboutOneself())
                : Result.ok(new Assigned(raised(), officer, now));
    }

    /** Closes it with what was found. */
    Result<Closed, AlertRefusal> close(UUID officer, Finding finding, String note, Instant now);

    /** Closes it since what it was about is decided, by whoever decided that. */
    default Closed settle(UUID officer, Finding finding, String note, Instant now) {
        return new Closed(new Assigned(raised(), officer, now), finding, note, now);
    }

    /** Whether its time is over and nobody has closed it. */
    default boolean overdue(Instant now) {
        return !now.isBefore(raised().dueAt());
    }

    /** Who has it, if anybody. */
    Optional<UUID> owner();

    /**
     * How it began.
     *
     * @param personId whom it is about
     * @param reference id of the hold or decision; of the person for a lock
     */
    record Raised(UUID id, AlertKind kind, UUID personId, UUID reference, Instant at, Instant dueAt) {

        public static Raised now(UUID id, AlertKind kind, UUID personId, UUID reference, Instant now) {
            return new Raised(id, kind, personId, reference, now, now.plus(kind.time()));
        }
    }

    /** Nobody's yet. */
    record Open(Raised raised) implements Alert {

        @Override
        public String state() {
            return "OPEN";
        }

        @Override
        public Optional<UUID> owner() {
            return Optional.empty();
        }

        @Override
        public Result<Closed, AlertRefusal> close(UUID officer, Finding finding, String note, Instant now) {
            return Result.refused(new AlertRefusal.NotOwner());
        }
    }

    /** An officer's. */
    record Assigned(Raised raised, UUID officer, Instant at) implements Alert {

        @Override
        public String state() {
            return "ASSIGNED";
        }

        @Override
        public Optional<UUID> owner() {
            return Optional.of(officer);
        }

        @Override
        public Result<Closed, AlertRefusal> close(UUID by, Finding finding, String note, Instant now) {
            if (raised.kind() == AlertKind.ACT_HELD) {
                return Result.refused(new AlertRefusal.HoldUndecided());
            }
            return by.equals(officer)
                    ? Result.ok(new Closed(this, finding, note, now))
                    : Result.refused(new AlertRefusal.NotOwner());
        }
    }

    /** Looked at. */
    record Closed(Assigned assigned, Finding finding, String note, Instant at) implements Alert {

        @Override
        public Raised raised() {
            return assigned.raised();
        }

        @Override
        public String state() {
            return "CLOSED";
        }

        @Override
        public Optional<UUID> owner() {
            return assigned.owner();
        }

        @Override
        public boolean overdue(Instant now) {
            return false;
        }

        @Override
        public Result<Assigned, AlertRefusal> assign(UUID officer, Instant now) {
            return Result.refused(new AlertRefusal.ClosedAlready(at));
        }

        @Override
        public Result<Closed, AlertRefusal> close(UUID officer, Finding found, String note, Instant now) {
            return Result.refused(new AlertRefusal.ClosedAlready(at));
        }
    }
}
