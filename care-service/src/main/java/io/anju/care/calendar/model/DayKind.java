package io.anju.care.calendar.model;

/** What a calendar says of a day. */
public enum DayKind {
    /** No public holiday. */
    ORDINARY,
    PUBLIC_HOLIDAY,
    /** The holidays of its year are not all known: it may be one. What is forbidden on holidays is forbidden then. */
    NOT_ANNOUNCED
}
