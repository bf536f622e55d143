package io.anju.kernel.prepay;

/**
 * What a product allows and asks for when principal is repaid early: data, in the contract.
 *
 * @param minimum least principal of a part prepayment, fen; a full one has none
 * @param noticeDays days from the borrower's notice to the first day on which it can be paid
 * @param compensation what it costs, for a part and for a full prepayment
 */
public record PrepaymentPolicy(long minimum, int noticeDays, Compensation compensation) {

    /** Any amount, at once, free of charge. */
    public static final PrepaymentPolicy FREE = new PrepaymentPolicy(1, 0, Compensation.NONE);
}
