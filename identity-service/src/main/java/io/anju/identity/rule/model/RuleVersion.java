package io.anju.identity.rule.model;

import io.anju.identity.risk.model.RiskRule;
import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a rule, from proposal to end.
 *
 * <pre>
 * Proposed ──tried, then approved by another officer──▶ Live ──a newer one goes live──▶ Ended (RETIRED)
 *    └──given up──▶ Ended (REJECTED)                      └──rolled back──▶ Ended (ROLLED_BACK)
 * </pre>
 *
 * <p>Rolling back brings the version live again that this one replaced. That one had been approved, so one officer is
 * enough and it takes one call.
 */
public sealed interface RuleVersion {

    /** How long a trial is believed: decisions go on being made. */
    Duration TRIAL_TIME = Duration.ofHours(24);

    /** What never changes. */
    Draft draft();

    /** Word for the state. */
    String state();

    /** Makes it live. */
    default Result<Live, RuleRefusal> approve(UUID officer, Optional<Live> current, Instant now) {
        return Result.refused(new RuleRefusal.NotProposed(state()));
    }

    /** Gives it up. */
    default Result<Ended, RuleRefusal> reject(UUID officer, Instant now) {
        return Result.refused(new RuleRefusal.NotProposed(state()));
    }

    /** Takes it off. */
    default Result<Ended, RuleRefusal> rollBack(UUID officer, Instant now) {
        return Result.refused(new RuleRefusal.NotLive(state()));
    }

    /**
     * What was proposed.
     *
     * @param proposedBy empty for the rules of the beginning
     */
    record Draft(UUID id, RiskRule rule, Optional<UUID> proposedBy, Instant proposedAt) {}

    /** Who approved, and when. */
    record Approval(UUID officer, Instant at) {}

    /** Asked and recorded with every decision, and deciding nothing. */
    record Proposed(Draft draft, Optional<BackTest> tried) implements RuleVersion {

        @Override
        public String state() {
            return "SHADOW";
        }

        @Override
        public Result<Live, RuleRefusal> approve(UUID officer, Optional<Live> current, Instant now) {
            if (draft.proposedBy().equals(Optional.of(officer))) {
                return Result.refused(new RuleRefusal.ApprovedByProposer());
            }
            if (tried.filter(trial -> now.isBefore(trial.at().plus(TRIAL_TIME))).isEmpty()) {
                return Result.refused(new RuleRefusal.NotTried());
            }
            return Result.ok(new Live(
                    draft,
                    Optional.of(new Approval(officer, now)),
                    current.map(live -> live.draft().rule().version()),
                    tried));
        }

        @Override
        public Result<Ended, RuleRefusal> reject(UUID officer, Instant now) {
            return Result.ok(new Ended(draft, End.REJECTED, Optional.of(officer), now));
        }
    }

    /**
     * Deciding.
     *
     * @param approval empty for the rules of the beginning
     * @param replaces the version that was live before
     */
    record Live(Draft draft, Optional<Approval> approval, Optional<Integer> replaces, Optional<BackTest> tried)
            implements RuleVersion {

        @Override
        public String state() {
            return "LIVE";
        }

        /** A newer version takes its place. */
        public Ended retire(UUID officer, Instant now) {
            return new Ended(draft, End.RETIRED, Optional.of(officer), now);
        }

        /** Behind a rule of the beginning there is nothing that two people have approved: a proposal changes it. */
        @Override
        public Result<Ended, RuleRefusal> rollBack(UUID officer, Instant now) {
            return approval.isEmpty()
                    ? Result.refused(new RuleRefusal.NothingBefore())
                    : Result.ok(new Ended(draft, End.ROLLED_BACK, Optional.of(officer), now));
        }
    }

    /** How a version ends. */
    enum End {
        REJECTED,
        RETIRED,
        ROLLED_BACK
    }

    /** Not asked any more. */
    record Ended(Draft draft, End how, Optional<UUID> by, Instant at) implements RuleVersion {

        @Override
        public String state() {
            return how.name();
        }
    }
}
