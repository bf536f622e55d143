package io.anju.care.permit.store;

import io.anju.care.permit.ConsentFiles;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * The projection of identity's facts. Written without the customer's lock: a decision that is under way counts as taken
 * before the word was heard, and the relay asks again when the permit is used.
 */
@ApplicationScoped
class SqlConsentFiles implements ConsentFiles {

    @Override
    public Uni<Void> put(
            Tx tx, UUID customer, String purpose, String channel, boolean granted, Instant saidAt, String receipt) {
        return tx.update("""
                        insert into contact_consent (customer_id, purpose, channel, granted, said_at, receipt_id)
                        select $1, $2, $3, $4, $5, $6
                        where not exists (select from contact_person where customer_id = $1 and gone_at is not null)
                        on conflict (customer_id, purpose, channel) do update
                        set granted = excluded.granted, said_at = excluded.said_at, receipt_id = excluded.receipt_id
                        where contact_consent.said_at <= excluded.said_at
                        """, customer, purpose, channel, granted, saidAt, receipt)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> gone(Tx tx, UUID customer, Instant at) {
        return tx.update("""
                        insert into contact_person (customer_id, gone_at) values ($1, $2)
                        on conflict (customer_id) do update
                        set gone_at = coalesce(contact_person.gone_at, excluded.gone_at), number_key = null
                        """, customer, at)
                .chain(() -> tx.update("""
                        update contact_decision set number_key = null
                        where customer_id = $1 and number_key is not null
                        """, customer))
                .chain(() -> tx.update("delete from contact_consent where customer_id = $1", customer))
                .chain(() -> tx.update("""
                        delete from customer_reference r where customer_id = $1
                          and not exists (select from contact_decision d where d.reference = r.reference)
                        """, customer))
                .chain(() ->
                        tx.update("update customer_reference set customer_id = null where customer_id = $1", customer))
                .replaceWithVoid();
    }
}
