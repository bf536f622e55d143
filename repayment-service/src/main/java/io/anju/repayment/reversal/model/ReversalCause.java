package io.anju.repayment.reversal.model;

/** Why a posted payment is taken back. */
public enum ReversalCause {
    /** Another amount came than was posted. */
    WRONG_AMOUNT,
    /** It was for another loan. */
    WRONG_LOAN,
    /** What the counter was told of never came. */
    NOTICE_MISTAKEN,
    /** The money came, and went back afterwards. */
    RETURNED
}
