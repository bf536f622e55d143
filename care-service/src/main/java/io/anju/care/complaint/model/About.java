package io.anju.care.complaint.model;

/** What a complaint is about. */
public enum About {
    /** A call or message, permitted or not. */
    CONTACT,
    /** A decision on an application. */
    DECISION,
    /** An amount charged. */
    CHARGE,
    /** The use of personal data. */
    DATA,
    SERVICE,
    OTHER
}
