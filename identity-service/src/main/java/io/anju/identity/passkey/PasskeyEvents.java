package io.anju.identity.passkey;

import io.anju.identity.party.Customers;
import io.anju.identity.passkey.PasskeyChanged.Change;
import io.anju.identity.passkey.model.Passkey;
import io.anju.kit.event.Outbox;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the owners of passkeys what becomes of them. Only customers: staff see theirs where they work. */
@ApplicationScoped
class PasskeyEvents {

    private final Outbox outbox;
    private final Customers customers;

    PasskeyEvents(Outbox outbox, Customers customers) {
        this.outbox = outbox;
        this.customers = customers;
    }

    Uni<Void> tell(Tx tx, Passkey.Credential credential, Change change) {
        return customers
                .find(tx, credential.personId())
                .flatMap(customer -> customer.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.append(
                                tx, new PasskeyChanged(credential.personId(), credential.id(), change).event()));
    }
}
