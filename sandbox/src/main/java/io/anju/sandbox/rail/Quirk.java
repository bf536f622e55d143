package io.anju.sandbox.rail;

/**
 * What the rail does wrong with one order, or with every order of one account, for as long as it is set.
 *
 * @param silent the outcome is neither told nor shown to who asks, until this is lifted
 * @param duplicateCallbacks how many more times its callback is sent
 * @param outOfOrder after its outcome has been told comes a callback that says PENDING
 * @param timeoutAfterSuccess it is carried out and the connection closed without an answer
 * @param partialAmount so much of it is moved instead of the whole, in fen; 0: the whole
 * @param fileAmount the daily file states this amount, in fen; 0: the true one
 * @param fileMissing the daily file leaves it out
 * @param fileTwice the daily file lists it twice
 */
record Quirk(
        boolean silent,
        int duplicateCallbacks,
        boolean outOfOrder,
        boolean timeoutAfterSuccess,
        long partialAmount,
        long fileAmount,
        boolean fileMissing,
        boolean fileTwice) {

    static final Quirk NONE = new Quirk(false, 0, false, false, 0, 0, false, false);
}
