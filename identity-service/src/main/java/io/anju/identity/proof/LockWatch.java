package io.anju.identity.proof;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Learns that a person has been locked out after too many failures, in the transaction that locks. */
public interface LockWatch {

    Uni<Void> locked(Tx tx, UUID personId);
}
