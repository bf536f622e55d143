package io.anju.loan.application.model;

/** What a person can do with an application, by name: for messages that say what is possible. */
public enum Act {
    EDIT,
    SUBMIT,
    CHECK,
    WITHDRAW,
    CLAIM,
    RECOMMEND,
    DECIDE,
    REQUEST_INFORMATION,
    REQUIRE_INTERVIEW,
    RECORD_INTERVIEW,
    CONFIRM_COST_SHEET,
    REQUEST_CONTRACT,
    RELEASE
}
