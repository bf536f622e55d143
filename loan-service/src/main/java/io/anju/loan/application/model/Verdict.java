package io.anju.loan.application.model;

/** Yes or no. */
public enum Verdict {
    APPROVE,
    DECLINE
}
