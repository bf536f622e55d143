package io.anju.repayment.reconciliation.model;

/**
 * How the order under a break's reference stands by now; all false where there is none.
 *
 * @param open whether it waits for an outcome
 * @param parked whether nobody carries it or asks about it any more, so that its outcome does not come by itself
 * @param partAccepted whether a part of its amount is an outcome too
 * @param movedNothing whether it is open, and the files say that it will not move: one lists it as failed, or it is parked
 *     and not listed, neither up to the day of that nor on the day after
 * @param returnRefused whether it was to give credit back and was refused
 * @param unpaidPayout whether it is a payout that has not succeeded: its loan is still to be paid out
 */
public record OrderNow(
        boolean open,
        boolean parked,
        boolean partAccepted,
        boolean movedNothing,
        boolean returnRefused,
        boolean unpaidPayout) {}
