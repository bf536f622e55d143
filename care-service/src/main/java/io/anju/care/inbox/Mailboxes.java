package io.anju.care.inbox;

import io.anju.care.inbox.model.Draft;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where messages are kept. */
public interface Mailboxes {

    /**
     * Adds messages in this order and wakes the customer's readers on every replica once the transaction is kept. For a
     * customer who is gone nothing is added.
     *
     * @param cause the event or act they tell of; one cause puts each template once
     */
    Uni<Void> put(Tx tx, UUID customer, UUID cause, List<Draft> drafts, Instant at);

    /** Newest first, those with a smaller number than {@code before}, at most {@code limit}. */
    Uni<List<InboxMessage>> list(Tx tx, UUID customer, boolean unreadOnly, long before, int limit);

    Uni<Long> countUnread(Tx tx, UUID customer);

    /** Whether the customer has such a message; reading it again changes nothing. */
    Uni<Boolean> markRead(Tx tx, UUID customer, UUID message, Instant at);

    /** Takes a customer's messages away for good. */
    Uni<Void> empty(Tx tx, UUID customer);
}
