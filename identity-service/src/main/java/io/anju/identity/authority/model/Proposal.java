package io.anju.identity.authority.model;

import io.anju.identity.model.TwoPeople;
import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A change on its way.
 *
 * <pre>
 * Open ──approved by somebody else──▶ Decided(approved)
 *  ├───rejected by anybody, or taken back by the proposer──▶ Decided(rejected)
 *  └───expires
 * </pre>
 *
 * <p>Nobody proposes what concerns themselves, and nobody approves what they proposed or what concerns themselves.
 */
public sealed interface Proposal {

    /** How long a proposal waits for its second person. */
    Duration LIFETIME = TwoPeople.LIFETIME;

    /** What never changes. */
    Opened opened();

    /** @param reason why, in the proposer's words */
    record Opened(UUID id, Change change, String reason, UUID by, Instant at, Instant expiresAt) {

        private TwoPeople proposed() {
            return new TwoPeople(by, expiresAt);
        }
    }

    /** Waits for the second person. */
    record Open(Opened opened) implements Proposal {

        /** The second person agrees. */
        public Result<Decided, AuthorityRefusal> approve(UUID by, Optional<String> note, Instant now) {
            var obstacle = opened.proposed().refuses(by, now);
            if (obstacle.equals(Optional.of(TwoPeople.Obstacle.SAME_HANDS))) {
                return Result.refused(new AuthorityRefusal.SameHands());
            }
            if (by.toString().equals(opened.change().subject())) {
                return Result.refused(new AuthorityRefusal.OwnChange());
            }
            return decide(true, by, note, now);
        }

        /** Somebody says no; the proposer may take it back. */
        public Result<Decided, AuthorityRefusal> reject(UUID by, Optional<String> note, Instant now) {
            return decide(false, by, note, now);
        }

        private Result<Decided, AuthorityRefusal> decide(
                boolean approved, UUID by, Optional<String> note, Instant now) {
            return opened.proposed().waits(now)
                    ? Result.ok(new Decided(opened, approved, by, now, note))
                    : Result.refused(new AuthorityRefusal.Expired(opened.expiresAt()));
        }
    }

    /** Over. */
    record Decided(Opened opened, boolean approved, UUID by, Instant at, Optional<String> note) implements Proposal {}

    /** Whether somebody of these roles may propose this at all; the training is also compliance's to record. */
    static Result<Open, AuthorityRefusal> propose(Opened opened, Set<String> roles) {
        if (opened.by().toString().equals(opened.change().subject())) {
            return Result.refused(new AuthorityRefusal.OwnChange());
        }
        boolean may = roles.contains("admin")
                || opened.change() instanceof Change.RecordTraining && roles.contains("compliance");
        return may ? Result.ok(new Open(opened)) : Result.refused(new AuthorityRefusal.NotForThisRole());
    }

    /** The proposal while it waits. */
    default Result<Open, AuthorityRefusal> open() {
        return switch (this) {
            case Open open -> Result.ok(open);
            case Decided decided -> Result.refused(new AuthorityRefusal.DecidedAlready(decided.at()));
        };
    }
}
