package io.anju.kernel.prepay;

/**
 * What a product allows and asks for when a part of the principal is repaid early: data, in the contract.
 *
 * @param minimum least principal of a part prepayment, fen; a full one has none
 * @param compensation what it costs, for a part and for a full prepayment
 */
public record PrepaymentPolicy(long minimum, CompensationRule compensation) {

    /** Any amount, free of charge. */
    public static final PrepaymentPolicy FREE = new PrepaymentPolicy(1, new CompensationRule.None());
}
