package io.anju.care.permit.store;

import io.anju.care.permit.CustomerReference;
import io.anju.care.permit.References;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** The names under which agencies know customers. */
@ApplicationScoped
class SqlReferences implements References {

    @Override
    public Uni<Optional<UUID>> findCustomer(Tx tx, UUID agency, String reference, String campaign, Instant at) {
        return tx.select("""
                        select customer_id from customer_reference
                        where reference = $1 and agency_id = $2 and campaign = $3 and expires_at > $4
                          and customer_id is not null
                        """, reference, agency, campaign, at)
                .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of((UUID) rows.getFirst()[0]));
    }

    @Override
    public Uni<String> put(Tx tx, CustomerReference wanted) {
        return tx.select(
                        """
                        insert into customer_reference
                            (reference, customer_id, agency_id, campaign, issued_by, issued_at, expires_at)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        on conflict (customer_id, agency_id, campaign) do update
                        set issued_by = excluded.issued_by, issued_at = excluded.issued_at,
                            expires_at = excluded.expires_at
                        returning reference
                        """,
                        wanted.reference(),
                        wanted.customer(),
                        wanted.agency(),
                        wanted.campaign(),
                        wanted.issuedBy(),
                        wanted.issuedAt(),
                        wanted.expiresAt())
                .map(rows -> (String) rows.getFirst()[0]);
    }

    @Override
    public Uni<Void> putNumberKey(Tx tx, UUID customer, byte[] key) {
        return tx.update("""
                        insert into contact_person (customer_id, number_key) values ($1, decode($2, 'hex'))
                        on conflict (customer_id) do update set number_key = excluded.number_key
                        where contact_person.gone_at is null
                        """, customer, HexFormat.of().formatHex(key)).replaceWithVoid();
    }
}
