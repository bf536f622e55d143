package io.anju.kit.event;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * What a service does when it hears a fact. A CDI bean; several may hear one type.
 *
 * <p>Runs in the transaction that records the event's id: kept once, however often the event is delivered. Failing
 * undoes both, and the event comes again.
 */
public interface EventHandler {

    /** Every type, for those who hear all. */
    String ANY = "*";

    /** The types heard. */
    Set<String> types();

    Uni<Void> on(Tx tx, CloudEvent event);
}
