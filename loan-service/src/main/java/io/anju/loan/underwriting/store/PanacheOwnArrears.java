package io.anju.loan.underwriting.store;

import io.anju.kit.tx.Tx;
import io.anju.loan.underwriting.OwnArrears;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Late instalments in PostgreSQL, one row each. */
@ApplicationScoped
class PanacheOwnArrears implements OwnArrears {

    @Override
    public Uni<Void> keep(Tx tx, Late late) {
        return tx.update("""
                        insert into own_arrears (loan_id, number, customer_id, due_date) values ($1, $2, $3, $4)
                        on conflict do nothing
                        """, late.loanId(), late.number(), late.customerId(), late.dueDate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> countSince(Tx tx, UUID customerId, LocalDate day) {
        return tx.select("select count(*) from own_arrears where customer_id = $1 and due_date >= $2", customerId, day)
                .map(rows -> ((Number) Objects.requireNonNull(rows.getFirst()[0])).intValue());
    }
}
