package io.anju.care.permit.model;

/** The way a customer is reached. */
public enum ContactChannel {
    CALL,
    SMS,
    EMAIL,
    LETTER
}
