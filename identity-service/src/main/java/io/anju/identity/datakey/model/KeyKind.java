package io.anju.identity.datakey.model;

/** What a data key protects. Data that laws let go at different times has different keys. */
public enum KeyKind {
    /** By what a customer is reached: the phone. */
    CONTACT,
    /** Who a customer is: name and ID number. */
    IDENTITY
}
