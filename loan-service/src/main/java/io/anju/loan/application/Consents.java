package io.anju.loan.application;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is known here of the customers' consent to a credit check. */
public interface Consents {

    /** The receipt of a consent that stands; the bureau is given it as the consent's id. */
    Uni<Optional<String>> findReceipt(Tx tx, UUID customerId);

    /** Keeps what identity told; an older fact never overwrites a newer one, and one of an erased customer is not kept. */
    Uni<Void> keep(Tx tx, UUID customerId, boolean granted, String receiptId, Instant at);
}
