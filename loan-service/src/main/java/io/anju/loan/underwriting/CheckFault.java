package io.anju.loan.underwriting;

/**
 * Somebody whom a check has to ask does not take the question: our key, our question or their door is wrong. Time alone
 * seldom mends it, so it is logged as an error and shown on the case.
 */
public final class CheckFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param status of the answer, 400 to 499 */
    public CheckFault(String asked, int status) {
        super(asked + " " + status);
    }
}
