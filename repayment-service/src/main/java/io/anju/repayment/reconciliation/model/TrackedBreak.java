package io.anju.repayment.reconciliation.model;

import io.anju.kernel.result.Result;
import io.anju.repayment.rail.model.Break;
import io.anju.repayment.rail.model.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A break that somebody answers for, until it is resolved. Amounts in fen, positive for money that came in.
 *
 * @param source with whom we disagree
 * @param date business date of the file in which it shows; absent while the rail has only told of it
 * @param ordered absent when it was not
 * @param booked what was posted that day
 * @param told what the file says
 * @param suspense how much of it goes to suspense
 * @param suspended whether it is there
 * @param order how the order under its reference stands
 * @param overtaken whether a corrected file has made it none; what was decided of it stays
 * @param overtakes the break whose money people have let out, which has to come back: a file was corrected since, or a payout
 *     has left it with the payee
 */
public record TrackedBreak(
        UUID id,
        Channel source,
        @Nullable LocalDate date,
        Break found,
        @Nullable Long ordered,
        long booked,
        long told,
        long suspense,
        boolean suspended,
        OrderNow order,
        Instant foundAt,
        boolean overtaken,
        @Nullable UUID overtakes,
        BreakState state) {

    /** What it explains of the difference between the rail's total and the ledger's. */
    public long difference() {
        return told - booked;
    }

    /** Gives it to a person; a proposal made before is dropped. */
    public Result<TrackedBreak, BreakRefusal> assigned(String person) {
        return state instanceof BreakState.Resolved
                ? Result.refused(new BreakRefusal.AlreadyResolved(id))
                : Result.ok(in(new BreakState.Assigned(person)));
    }

    /** Its owner says how it ends: at once, or proposed where money is moved. */
    public Result<TrackedBreak, BreakRefusal> resolved(String by, Remedy remedy, String reason, Instant at) {
        return switch (state) {
            case BreakState.Resolved over -> Result.refused(new BreakRefusal.AlreadyResolved(id));
            case BreakState.Open open -> Result.refused(new BreakRefusal.NotYours(open.owner()));
            case BreakState.Assigned assigned -> resolvedBy(by, remedy, reason, at);
            case BreakState.Proposed proposed -> resolvedBy(by, remedy, reason, at);
        };
    }

    private Result<TrackedBreak, BreakRefusal> resolvedBy(String by, Remedy remedy, String reason, Instant at) {
        String owner = state.owner();
        if (!owner.equals(by)) {
            return Result.refused(new BreakRefusal.NotYours(owner));
        }
        if (!fits(remedy)) {
            return Result.refused(notFitting(remedy));
        }
        return Result.ok(in(
                remedy.takesTwo()
                        ? new BreakState.Proposed(owner, remedy, reason, by)
                        : new BreakState.Resolved(owner, remedy, reason, Optional.empty(), by, at)));
    }

    /** A second person agrees to the remedy that they have seen. */
    public Result<TrackedBreak, BreakRefusal> approved(String by, Remedy seen, Instant at) {
        return switch (state) {
            case BreakState.Resolved over -> Result.refused(new BreakRefusal.AlreadyResolved(id));
            case BreakState.Open open -> Result.refused(new BreakRefusal.NothingProposed(id));
            case BreakState.Assigned assigned -> Result.refused(new BreakRefusal.NothingProposed(id));
            case BreakState.Proposed proposed -> approved(proposed, by, seen, at);
        };
    }

    private Result<TrackedBreak, BreakRefusal> approved(
            BreakState.Proposed proposed, String by, Remedy seen, Instant at) {
        if (proposed.proposedBy().equals(by)) {
            return Result.refused(new BreakRefusal.SamePerson(id));
        }
        if (proposed.remedy() != seen) {
            return Result.refused(
                    new BreakRefusal.OtherRemedy(seen.name(), proposed.remedy().name()));
        }
        if (!fits(proposed.remedy())) {
            return Result.refused(notFitting(proposed.remedy()));
        }
        return Result.ok(in(new BreakState.Resolved(
                proposed.owner(), proposed.remedy(), proposed.reason(), Optional.of(proposed.proposedBy()), by, at)));
    }

    /** That the remedy does not end it. */
    public BreakRefusal notFitting(Remedy remedy) {
        return new BreakRefusal.RemedyNotFitting(remedy.name(), found.kind().name());
    }

    private boolean fits(Remedy remedy) {
        return switch (remedy) {
            // An order that nobody asks about would wait for ever, and a payout would be paid a second time.
            case EXPLAINED -> suspense == 0 && !waitsForNobody() && !isPayoutOut();
            case BOOKED -> date != null && order.open() && isOrdered();
            case TO_COUNTER, WITHDRAWN -> suspended;
            // A file that shows it as given back contradicts the refusal.
            case ORDERED_AGAIN -> order.returnRefused() && told == 0;
            case NOT_DONE -> isWithoutOutcome() && order.movedNothing();
            case RETURNED -> isPayoutOut();
            case AGREED, CORRECTED -> false;
        };
    }

    /** Whether what the file says is what was ordered, or a part of it that is accepted. */
    private boolean isOrdered() {
        return ordered != null
                && told != 0
                && (ordered == told || (order.partAccepted() && told > 0 && told < ordered));
    }

    private boolean isWithoutOutcome() {
        return found.kind() == Break.Kind.STATUS_DIFFERS && order.open() && told == 0 && booked == 0;
    }

    private boolean waitsForNobody() {
        return isWithoutOutcome() && order.parked();
    }

    /** Whether it is about money of a payout that is with the payee, by the word of the counter or of the rail alone. */
    private boolean isPayoutOut() {
        boolean toldOf = date == null && found.theirs().startsWith("SUCCEEDED ");
        return order.unpaidPayout() && (overtakes != null || toldOf);
    }

    /** Whether its money, once it is left to the counter, is with the payee of a payout and has to come back. */
    public boolean leavesPayoutOut() {
        return suspense < 0 && order.unpaidPayout();
    }

    private TrackedBreak in(BreakState next) {
        return new TrackedBreak(
                id, source, date, found, ordered, booked, told, suspense, suspended, order, foundAt, overtaken,
                overtakes, next);
    }
}
