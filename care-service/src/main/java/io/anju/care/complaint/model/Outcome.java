package io.anju.care.complaint.model;

/** What became of a complaint. */
public enum Outcome {
    UPHELD,
    PARTLY_UPHELD,
    NOT_UPHELD
}
