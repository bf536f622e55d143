package io.anju.care.inbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** What a live reader has not seen yet; read outside any transaction. */
public interface NewMessages {

    /** The next few in ascending order with a greater number than {@code number}; empty when there are none. */
    Uni<List<InboxMessage>> after(UUID customer, long number);

    /** The customer's greatest number; 0 for an empty inbox. */
    Uni<Long> lastNumber(UUID customer);
}
