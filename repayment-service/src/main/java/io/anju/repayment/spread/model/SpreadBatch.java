package io.anju.repayment.spread.model;

import io.anju.kernel.rate.Spread;
import io.anju.kernel.result.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A batch's life: proposed by one person, then declined or approved by another; approved, it is done loan by loan. */
public sealed interface SpreadBatch {

    /** What was proposed. */
    Proposal proposal();

    /**
     * What was proposed, which never changes.
     *
     * @param preview what the rule meant for the loans of that moment
     * @param by staff
     */
    record Proposal(UUID id, SpreadRule rule, String reason, Preview preview, UUID by, Instant at) {}

    /**
     * What a rule means for the loans as they are.
     *
     * @param loans whose spread would come down
     * @param principal outstanding of them, fen
     * @param interestAYear by how much less a year of interest on that principal would be, fen
     * @param productUnknown loans left out only because nobody knows of which product they are
     */
    record Preview(long loans, long principal, long interestAYear, long productUnknown) {}

    /** How far an approved one is. */
    enum Stage {
        /** Its loans are being written down, part by part. */
        LISTING,
        /** They are written down; the due run of the effective day takes them, and those of later days what was held then. */
        RUNNING,
        /** None of them waits. */
        DONE
    }

    /** The second person's word. */
    record Decision(UUID by, Instant at) {}

    /** Waits for a second person. */
    record Proposed(Proposal proposal) implements SpreadBatch {

        /** Declined by somebody else. */
        public Result<SpreadBatch, SpreadRefusal> declined(UUID by, Instant at) {
            return otherThanProposer(by).map(other -> new Declined(proposal, new Decision(other, at)));
        }

        /** Approved by somebody else, while the effective day is ahead: loans are walked through it by their own runs. */
        public Result<SpreadBatch, SpreadRefusal> approved(UUID by, Instant at, LocalDate today) {
            return otherThanProposer(by)
                    .flatMap(other -> findDayRefusal(proposal.rule().effective(), today)
                            .<Result<SpreadBatch, SpreadRefusal>>map(Result::refused)
                            .orElseGet(() -> Result.ok(new Approved(
                                    proposal, new Decision(other, at), Stage.LISTING, new Progress(0, 0, 0)))));
        }

        private Result<UUID, SpreadRefusal> otherThanProposer(UUID by) {
            return by.equals(proposal.by()) ? Result.refused(new SpreadRefusal.SamePerson()) : Result.ok(by);
        }
    }

    /** Nothing comes of it. */
    record Declined(Proposal proposal, Decision decision) implements SpreadBatch {}

    /** Being done, or done. */
    record Approved(Proposal proposal, Decision decision, Stage stage, Progress progress) implements SpreadBatch {}

    /**
     * Loans of a batch by what became of them.
     *
     * @param left as they are: whoever lowered theirs meanwhile, repaid, or agreed on a fixed rate
     */
    record Progress(long waiting, long lowered, long left) {}

    /** Why a rule is not proposed, if so. */
    static Optional<SpreadRefusal> findRefusal(SpreadRule rule, Spread lowest, LocalDate today) {
        return rule.cut().to().compareTo(lowest) < 0
                ? Optional.of(new SpreadRefusal.BelowLowest(rule.cut().to().text(), lowest.text()))
                : findDayRefusal(rule.effective(), today);
    }

    private static Optional<SpreadRefusal> findDayRefusal(LocalDate effective, LocalDate today) {
        return effective.isAfter(today)
                ? Optional.empty()
                : Optional.of(new SpreadRefusal.DayNotAhead(effective, today));
    }
}
