package io.anju.loan.application.model;

import java.util.UUID;

/** Who moved an application. */
public sealed interface Actor {

    /** The borrower. */
    record Customer(UUID id) implements Actor {}

    /** A person of the bank. */
    record Officer(UUID id) implements Actor {}

    /** A service, on hearing of a fact. */
    record Service(String name) implements Actor {}
}
