package io.anju.care.complaint.model;

/** A matter that a customer brings before the bank; both are kept, clocked and answered alike. */
public enum Kind {
    /** Something went wrong. */
    COMPLAINT,
    /** A decision taken about the customer is to be looked at again, by somebody who had no part in it. */
    APPEAL
}
