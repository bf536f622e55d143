package io.anju.identity.alert;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Learns that an officer has closed the alert of an appeal by hand, in the transaction that closes it. */
public interface AppealWatch {

    /** @param reference the hold that was appealed against */
    Uni<Void> closed(Tx tx, UUID reference);
}
