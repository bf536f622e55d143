package io.anju.repayment.wallet.model;

import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A guided closing, one step after the other; it can be left at any and taken up there.
 *
 * <pre>
 * Assessed ─ report ─▶ Reported ─ settle ─▶ Settled ─ confirm ─▶ Confirmed ─ window ends ─▶ Finished
 *     │                    │                   │                     │
 *     └────────────────────┴──────── undo ─────┴─────────────────────┘──▶ Undone
 * </pre>
 *
 * <p>From each of the first four, Overtaken when the loan is over: the link ends with it.
 *
 * <p>A step that was done and is done again changes nothing.
 */
public sealed interface Unlinking {

    /** What never changes. */
    Case about();

    /**
     * What never changes.
     *
     * @param told the impact as it was told when the closing began
     */
    record Case(UUID id, UUID linkId, Impact told, Instant begunAt) {}

    /** What can be done. */
    enum Step {
        REPORT,
        SETTLE,
        CONFIRM,
        UNDO,
        FINISH
    }

    /** Not over yet. */
    sealed interface Open extends Unlinking {

        /** The loan is over, and the link with it: there is nothing left to close. */
        default Overtaken overtaken(Instant at) {
            return new Overtaken(about(), at);
        }
    }

    /** The impact is told. */
    record Assessed(Case about) implements Open {}

    /** The account report is with the customer. */
    record Reported(Case about, Instant reportedAt) implements Open {}

    /** No instalment is due and unpaid. */
    record Settled(Case about, Instant reportedAt, Instant settledAt) implements Open {}

    /**
     * Verified and confirmed; the wallet pays nothing any more.
     *
     * @param until up to this instant, itself not included, it is undone without new underwriting
     */
    record Confirmed(Case about, Instant reportedAt, Instant settledAt, Instant confirmedAt, Instant until)
            implements Open {}

    /** Given up, or undone after it was confirmed: the link is as it was. */
    record Undone(Case about, Instant at) implements Unlinking {}

    /** Closed for good. */
    record Finished(Case about, Instant reportedAt, Instant settledAt, Instant confirmedAt, Instant until, Instant at)
            implements Unlinking {}

    /** The loan was over first. */
    record Overtaken(Case about, Instant at) implements Unlinking {}

    /** Begins one. */
    static Assessed begin(Case about) {
        return new Assessed(about);
    }

    /** The name of the state for callers. */
    default String stateName() {
        return switch (this) {
            case Assessed assessed -> "ASSESSED";
            case Reported reported -> "REPORTED";
            case Settled settled -> "SETTLED";
            case Confirmed confirmed -> "CONFIRMED";
            case Undone undone -> "UNDONE";
            case Finished finished -> "FINISHED";
            case Overtaken overtaken -> "OVERTAKEN";
        };
    }

    /**
     * Takes a step.
     *
     * @param window how long a confirmed closing can be undone
     */
    default Result<Unlinking, WalletRefusal> take(Step step, Instant at, Duration window) {
        return switch (step) {
            case REPORT -> report(at);
            case SETTLE -> settle(at);
            case CONFIRM -> confirm(at, window);
            case UNDO -> undo(at);
            case FINISH -> finish(at);
        };
    }

    private Result<Unlinking, WalletRefusal> report(Instant at) {
        return switch (this) {
            case Assessed assessed -> Result.ok(new Reported(about(), at));
            case Reported done -> Result.ok(done);
            case Settled done -> Result.ok(done);
            case Confirmed done -> Result.ok(done);
            case Undone over -> outOfTurn();
            case Overtaken over -> outOfTurn();
            case Finished over -> outOfTurn();
        };
    }

    private Result<Unlinking, WalletRefusal> settle(Instant at) {
        return switch (this) {
            case Assessed early -> outOfTurn();
            case Reported reported -> Result.ok(new Settled(about(), reported.reportedAt(), at));
            case Settled done -> Result.ok(done);
            case Confirmed done -> Result.ok(done);
            case Undone over -> outOfTurn();
            case Overtaken over -> outOfTurn();
            case Finished over -> outOfTurn();
        };
    }

    private Result<Unlinking, WalletRefusal> confirm(Instant at, Duration window) {
        return switch (this) {
            case Assessed early -> outOfTurn();
            case Reported early -> outOfTurn();
            case Settled settled ->
                Result.ok(new Confirmed(about(), settled.reportedAt(), settled.settledAt(), at, at.plus(window)));
            case Confirmed done -> Result.ok(done);
            case Undone over -> outOfTurn();
            case Overtaken over -> outOfTurn();
            case Finished over -> outOfTurn();
        };
    }

    private Result<Unlinking, WalletRefusal> undo(Instant at) {
        return switch (this) {
            case Assessed assessed -> Result.ok(new Undone(about(), at));
            case Reported reported -> Result.ok(new Undone(about(), at));
            case Settled settled -> Result.ok(new Undone(about(), at));
            case Confirmed confirmed ->
                at.isBefore(confirmed.until())
                        ? Result.ok(new Undone(about(), at))
                        : Result.refused(new WalletRefusal.UndoTooLate(confirmed.until()));
            case Undone done -> Result.ok(done);
            case Overtaken over -> outOfTurn();
            case Finished finished -> Result.refused(new WalletRefusal.UndoTooLate(finished.until()));
        };
    }

    private Result<Unlinking, WalletRefusal> finish(Instant at) {
        return switch (this) {
            case Assessed early -> outOfTurn();
            case Reported early -> outOfTurn();
            case Settled early -> outOfTurn();
            case Confirmed c ->
                at.isBefore(c.until())
                        ? outOfTurn()
                        : Result.ok(
                                new Finished(about(), c.reportedAt(), c.settledAt(), c.confirmedAt(), c.until(), at));
            case Undone over -> outOfTurn();
            case Overtaken over -> outOfTurn();
            case Finished done -> Result.ok(done);
        };
    }

    private Result<Unlinking, WalletRefusal> outOfTurn() {
        return Result.refused(new WalletRefusal.OutOfTurn(stateName()));
    }
}
