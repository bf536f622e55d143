package io.anju.kernel.schedule;

/** What a part prepayment changes: the borrower chooses. */
public enum PrepaymentOption {

    /** 缩短期限: the instalment stays, fewer of them are left, the last one is smaller. Saves more interest. */
    SHORTER_TERM,

    /** 减少月供: the number of instalments stays, each is recomputed from what is outstanding. */
    SMALLER_INSTALMENT
}
