package io.anju.identity.consent;

import io.anju.identity.consent.model.Purpose;
import io.anju.identity.consent.model.Receipt;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The catalogue of purposes, and the decisions, which only grow. */
public interface ConsentStore {

    /** The versions in force. */
    Uni<List<Purpose>> purposes(Tx tx);

    Uni<Optional<Purpose>> findPurpose(Tx tx, String code);

    /** The latest decision per purpose and channel. */
    Uni<List<Receipt>> current(Tx tx, UUID customerId);

    /** One decision of a customer at a time, until the transaction ends. */
    Uni<Optional<Receipt>> findCurrentForUpdate(Tx tx, UUID customerId, String purpose, String channel);

    Uni<Void> add(Tx tx, Receipt receipt);
}
