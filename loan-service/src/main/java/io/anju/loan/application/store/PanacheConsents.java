package io.anju.loan.application.store;

import io.anju.kit.tx.Tx;
import io.anju.loan.application.Consents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Consents by Hibernate Reactive. */
@ApplicationScoped
class PanacheConsents implements Consents {

    @Override
    public Uni<Optional<String>> findReceipt(Tx tx, UUID customerId) {
        return ConsentRow.<ConsentRow>findById(customerId)
                .map(row ->
                        Optional.ofNullable(row).filter(found -> found.granted).map(found -> found.receiptId));
    }

    @Override
    public Uni<Void> keep(Tx tx, UUID customerId, boolean granted, String receiptId, Instant at) {
        return tx.update("""
                        insert into credit_check_consent (customer_id, granted, receipt_id, changed_at)
                        select $1, $2, $3, $4 where not exists (select from erased_customer where customer_id = $1)
                        on conflict (customer_id) do update
                            set granted = excluded.granted, receipt_id = excluded.receipt_id,
                                changed_at = excluded.changed_at
                            where credit_check_consent.changed_at <= excluded.changed_at
                        """, customerId, granted, receiptId, at).replaceWithVoid();
    }
}
