package io.anju.care.appointment.model;

/** What a visit is for; each online step has its counter. */
public enum Matter {
    APPLICATION,
    DOCUMENTS,
    INTERVIEW,
    SIGNING,
    REPAYMENT,
    PREPAYMENT,
    COMPLAINT,
    OTHER
}
