package io.anju.identity.consent;

import io.anju.identity.consent.model.Prompt;
import io.anju.identity.consent.model.Purpose;
import io.anju.identity.consent.model.Receipt;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The catalogue of purposes, what was asked, and the decisions. All of them only grow. */
public interface ConsentStore {

    /** The versions in force. */
    Uni<List<Purpose>> purposes(Tx tx);

    /** The version in force. */
    Uni<Optional<Purpose>> findPurpose(Tx tx, String code);

    /** The version that something was decided about. */
    Uni<Purpose> getPurpose(Tx tx, Purpose.Subject subject);

    /** The latest decision per purpose and channel. */
    Uni<List<Receipt>> current(Tx tx, UUID customerId);

    Uni<Optional<Receipt>> findCurrent(Tx tx, UUID customerId, String purpose, String channel);

    /** One decision of a customer at a time, until the transaction ends. */
    Uni<Optional<Receipt>> findCurrentForUpdate(Tx tx, UUID customerId, String purpose, String channel);

    /** Grants of versions that others have replaced. */
    Uni<List<Receipt>> outdated(Tx tx, int limit);

    Uni<Void> add(Tx tx, SignedReceipt receipt);

    Uni<Optional<SignedReceipt>> findReceipt(Tx tx, UUID customerId, UUID receiptId);

    /** Keeps that the customer was asked; whoever was asked this already gets the first asking. */
    Uni<Prompt> ask(Tx tx, UUID customerId, Prompt prompt);

    Uni<Optional<Prompt>> findPrompt(Tx tx, UUID customerId, UUID promptId);
}
