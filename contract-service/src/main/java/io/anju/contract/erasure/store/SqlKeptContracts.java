package io.anju.contract.erasure.store;

import io.anju.contract.erasure.KeptContracts;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The tables that only grow let themselves be emptied because the end of the retention is written first. */
@ApplicationScoped
class SqlKeptContracts implements KeptContracts {

    private static final String OF_CUSTOMER = " where contract_id in (select id from contract where customer_id = $1)";

    @Override
    public Uni<Void> empty(Tx tx, UUID customerId, Instant at) {
        return tx.update("""
                        insert into retention_ended (customer_id, ended_at) values ($1, $2) on conflict do nothing
                        """, customerId, at)
                .chain(() -> tx.update("update contract_file set content = ''" + OF_CUSTOMER, customerId))
                .chain(() ->
                        tx.update("update contract_signature set verification_token = ''" + OF_CUSTOMER, customerId))
                .chain(() -> tx.update("update signature_evidence set evidence = ''" + OF_CUSTOMER, customerId))
                .chain(() -> tx.update("""
                        update contract set party = '', property_certificate = '', clauses = '' where customer_id = $1
                        """, customerId))
                .replaceWithVoid();
    }
}
