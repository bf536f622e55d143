package io.anju.identity.passkey;

import io.anju.kit.event.DomainEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** {@code data} of {@code anju.passkey.changed.v1}: something about a customer's passkey that its owner has to hear of. */
@RegisterForReflection
record PasskeyChanged(UUID customerId, UUID passkeyId, Change change) {

    /** What happened. */
    enum Change {
        /** A new one signs in from now on. */
        ENROLLED,
        /** It signs in nobody any more. */
        REVOKED,
        /** It is synchronised to other devices now. */
        BACKED_UP,
        /** It is on one device alone now. */
        BACKUP_ENDED,
        /** A signature was refused because its counter had gone back: there may be a clone. */
        COUNTER_WENT_BACK
    }

    DomainEvent event() {
        return new DomainEvent("anju.passkey.changed.v1", customerId.toString(), this);
    }
}
