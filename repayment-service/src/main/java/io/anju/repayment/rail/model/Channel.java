package io.anju.repayment.rail.model;

/** Who moves the money. What one of them says about another one's order is not believed. */
public enum Channel {
    /** The payment rail: bank cards and payouts, in batches. */
    RAIL,
    /** The credit wallet's institution: one order at a time, from the wallet's own funds alone. */
    WALLET
}
