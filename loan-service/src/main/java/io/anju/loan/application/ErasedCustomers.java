package io.anju.loan.application;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Customers whom identity-service has erased; an access token of theirs may live for minutes more. */
public interface ErasedCustomers {

    /** From this transaction on nothing is begun for the customer; waits for what is being begun. */
    Uni<Void> add(Tx tx, UUID customerId, Instant at);

    /**
     * To be called before something is begun for the customer: waits for an erasure that is under way, and keeps a later
     * one waiting until this transaction ends, so that it finds what was begun.
     */
    Uni<Void> hold(Tx tx, UUID customerId);

    /** Whether the customer is erased. */
    Uni<Boolean> contains(Tx tx, UUID customerId);
}
