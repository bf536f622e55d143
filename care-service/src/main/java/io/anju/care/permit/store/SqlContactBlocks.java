package io.anju.care.permit.store;

import io.anju.care.permit.ContactBlocks;
import io.anju.care.permit.ContactFiles;
import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What keeps contact away, written under the customer's lock: a decision is before it or after it, never astride. */
@ApplicationScoped
class SqlContactBlocks implements ContactBlocks {

    private final ContactFiles contacts;

    SqlContactBlocks(ContactFiles contacts) {
        this.contacts = contacts;
    }

    @Override
    public Uni<Void> refuse(
            Tx tx, UUID customer, ContactPurpose purpose, ContactChannel channel, Instant at, Optional<UUID> decision) {
        return contacts.lock(tx, customer)
                .flatMap(locked -> tx.update("""
                        insert into contact_refusal (customer_id, purpose, channel, since, decision_id)
                        values ($1, $2, $3, $4, cast($5 as uuid)) on conflict do nothing
                        """, customer, purpose.name(), channel.name(), at, decision.orElse(null)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> stop(Tx tx, UUID customer, UUID matter, Instant since) {
        return contacts.lock(tx, customer)
                .flatMap(locked -> tx.update("""
                        insert into contact_stop (customer_id, matter_id, since) values ($1, $2, $3)
                        on conflict (customer_id, matter_id) do update set lifted_at = null
                        """, customer, matter, since))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> lift(Tx tx, UUID customer, UUID matter, Instant at) {
        return tx.update(
                        "update contact_stop set lifted_at = $3 where customer_id = $1 and matter_id = $2",
                        customer,
                        matter,
                        at)
                .replaceWithVoid();
    }
}
