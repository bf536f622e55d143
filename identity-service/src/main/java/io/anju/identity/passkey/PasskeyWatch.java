package io.anju.identity.passkey;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Learns of revoked passkeys, in the transaction that revokes them. */
public interface PasskeyWatch {

    Uni<Void> revoked(Tx tx, UUID personId, byte[] credentialId);

    /** Every one of the person's. */
    Uni<Void> allRevoked(Tx tx, UUID personId);
}
