package io.anju.repayment.rail.model;

/** What an order's money is for, and so who is told of its outcome. */
public enum Purpose {
    /** A loan paid out. */
    DISBURSEMENT,
    /** A billed instalment, by the due run or by hand. */
    INSTALMENT,
    /** Principal repaid ahead. */
    PREPAYMENT,
    /** Credit that was taken for an instalment, given back. */
    CREDIT_RETURN
}
