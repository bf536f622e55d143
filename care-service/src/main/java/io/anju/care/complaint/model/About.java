package io.anju.care.complaint.model;

/** What a complaint or an appeal is about. */
public enum About {
    /** A call or message, permitted or not. */
    CONTACT,
    /** A decision on an application. */
    DECISION,
    /** An amount charged. */
    CHARGE,
    /** An act that was held for review. */
    RISK_HOLD,
    /** The closing of a link with a credit wallet. */
    UNLINKING,
    /** The use of personal data. */
    DATA,
    SERVICE,
    OTHER
}
