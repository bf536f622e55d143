package io.anju.care.permit.store;

import io.anju.care.permit.PermitUses;
import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.care.permit.model.ContactRequest;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use of permits: a second use has the same key as the first and is refused by it. */
@ApplicationScoped
class SqlPermitUses implements PermitUses {

    @Override
    public Uni<Optional<Issued>> findIssued(Tx tx, UUID id) {
        return tx.select("""
                        select d.customer_id, d.purpose, d.channel, d.planned_at, a.client_id
                        from contact_decision d join agency a on a.id = d.agency_id
                        where d.id = $1 and d.permitted
                        """, id).map(rows -> rows.stream().findFirst().map(row -> issued(id, row)));
    }

    private static Issued issued(UUID id, @Nullable Object[] row) {
        var request = new ContactRequest(
                ContactPurpose.valueOf(String.valueOf(row[1])),
                ContactChannel.valueOf(String.valueOf(row[2])),
                (Instant) row[3]);
        return new Issued(id, (UUID) row[0], String.valueOf(row[4]), request);
    }

    @Override
    public Uni<Boolean> use(Tx tx, UUID id, UUID customer, String requestKey, Instant at) {
        return tx.update("""
                        insert into contact_use (customer_id, decision_id, at, request_key) values ($1, $2, $3, $4)
                        on conflict do nothing
                        """, customer, id, at, requestKey)
                .flatMap(written -> tx.select(
                        "select request_key from contact_use where customer_id = $1 and decision_id = $2",
                        customer,
                        id))
                .map(rows -> requestKey.equals(rows.getFirst()[0]));
    }
}
