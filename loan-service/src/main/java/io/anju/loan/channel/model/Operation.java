package io.anju.loan.channel.model;

/** What a borrower may want to do. */
public enum Operation {
    APPLY,
    INTERVIEW,
    SIGN_CONTRACT,
    CONFIRM_COST_SHEET,
    BIND_CARD,
    PREPAY,
    CHANGE_PLAN,
    CHANGE_RATE,
    RELEASE_MORTGAGE,
    LOST_ALL_PASSKEYS,
    INHERIT_LOAN
}
