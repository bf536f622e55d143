package io.anju.loan.application.store;

import io.anju.kit.tx.Tx;
import io.anju.loan.application.ErasedCustomers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Erased customers in PostgreSQL, one row each; the lock is by customer, since most have no row. */
@ApplicationScoped
class SqlErasedCustomers implements ErasedCustomers {

    @Override
    public Uni<Void> add(Tx tx, UUID customerId, Instant at) {
        return tx.select("select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))", key(customerId))
                .chain(() -> tx.update(
                        "insert into erased_customer (customer_id, at) values ($1, $2) on conflict do nothing",
                        customerId,
                        at))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> hold(Tx tx, UUID customerId) {
        return tx.select("select 1 from pg_advisory_xact_lock_shared(hashtextextended($1, 0))", key(customerId))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> contains(Tx tx, UUID customerId) {
        return tx.select("select 1 from erased_customer where customer_id = $1", customerId)
                .map(rows -> !rows.isEmpty());
    }

    private static String key(UUID customerId) {
        return "erased-customer/" + customerId;
    }
}
