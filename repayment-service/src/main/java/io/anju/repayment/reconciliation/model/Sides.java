package io.anju.repayment.reconciliation.model;

import org.jspecify.annotations.Nullable;

/**
 * What all sides know of one reference when a date is compared. Amounts in fen, positive for money that came in.
 *
 * @param succeededLines how many lines of the day's file say that money moved
 * @param failedLines how many say that none did
 * @param toldFirst what the first of the succeeded lines moved
 * @param toldAll what all of them moved
 * @param toldBefore what the first succeeded line in the file of an earlier day moved; 0 when there is none
 * @param order absent when we never gave one
 * @param bookedOnDay what was posted under it that day
 * @param bookedToDate what was posted under it up to that day
 * @param bookedLater what was posted under it since
 */
public record Sides(
        String reference,
        int succeededLines,
        int failedLines,
        long toldFirst,
        long toldAll,
        long toldBefore,
        @Nullable Ordered order,
        long bookedOnDay,
        long bookedToDate,
        long bookedLater) {

    /**
     * Our order.
     *
     * @param amount fen, signed; what moved of it once it has succeeded
     * @param partAccepted whether, as long as it has not, a part of it is an outcome too
     */
    public record Ordered(State state, long amount, boolean partAccepted) {

        /** Of all or nothing. */
        Ordered(State state, long amount) {
            this(state, amount, false);
        }

        /** Whether so much may be moved under it. */
        boolean allows(long moved) {
            return moved == amount || (partAccepted && moved > 0 && moved < amount);
        }
    }

    /** How far our order is. */
    public enum State {
        OPEN,
        SUCCEEDED,
        FAILED,
        /** It moved, but the file names other funds than we were told: own funds, or credit. */
        OTHER_FUNDS
    }

    boolean isListedBefore() {
        return toldBefore != 0;
    }

    /** What the day's file newly moves: a line for what an earlier file listed is no news. */
    long toldOnDay() {
        return isListedBefore() ? 0 : toldFirst;
    }

    /** What the rail has moved under the reference, each movement counted once. */
    long standing() {
        return isListedBefore() ? toldBefore : toldFirst;
    }

    long booked() {
        return bookedToDate + bookedLater;
    }
}
