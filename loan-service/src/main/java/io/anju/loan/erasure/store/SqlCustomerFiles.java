package io.anju.loan.erasure.store;

import io.anju.kit.tx.Tx;
import io.anju.loan.application.model.State;
import io.anju.loan.erasure.CustomerFiles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlCustomerFiles implements CustomerFiles {

    @Override
    public Uni<List<Tie>> ties(Tx tx, UUID customerId, int limit) {
        return tx.select("""
                        select cast(id as text), state from application
                        where customer_id = $1 and state not in (
                            'DRAFT', 'DECLINED', 'WITHDRAWN', 'SETTLED', 'PAYOUT_CANCELLED')
                        order by id desc limit $2
                        """, customerId, limit)
                .map(rows -> rows.stream()
                        .map(row ->
                                new Tie(UUID.fromString(String.valueOf(row[0])), State.valueOf(String.valueOf(row[1]))))
                        .toList());
    }

    @Override
    public Uni<Optional<LocalDate>> lastSettledOn(Tx tx, UUID customerId) {
        return tx.select("""
                        select cast(cast(max(updated_at) at time zone 'Asia/Shanghai' as date) as text)
                        from application where customer_id = $1 and state in ('SETTLED', 'PAYOUT_CANCELLED')
                        """, customerId)
                .map(rows -> Optional.ofNullable((String) rows.getFirst()[0]).map(LocalDate::parse));
    }

    @Override
    public Uni<Void> shred(Tx tx, UUID customerId, Instant at) {
        return shred(tx, customerId, at, "'DRAFT', 'DECLINED', 'WITHDRAWN'")
                .chain(() -> tx.update("delete from credit_check_consent where customer_id = $1", customerId))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> shredSettled(Tx tx, UUID customerId, Instant at) {
        return shred(tx, customerId, at, "'SETTLED', 'PAYOUT_CANCELLED'");
    }

    private static Uni<Void> shred(Tx tx, UUID customerId, Instant at, String states) {
        return tx.update(
                        "update application set facts = '', property_key = null, erased_at = $2"
                                + " where customer_id = $1 and erased_at is null and state in (" + states + ")",
                        customerId,
                        at)
                .chain(() -> tx.update("""
                        update document set sealed_key = '' where application_id in (
                            select id from application where customer_id = $1 and erased_at is not null)
                        """, customerId))
                // The table's trigger empties what was owed elsewhere by itself.
                .chain(() -> tx.update("""
                        update assessment set findings = '[]', lines = '[]', report_id = '' where application_id in (
                            select id from application where customer_id = $1 and erased_at is not null)
                        """, customerId))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteLatePayments(Tx tx, UUID customerId) {
        return tx.update("delete from own_arrears where customer_id = $1", customerId)
                .replaceWithVoid();
    }
}
