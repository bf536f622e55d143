package io.anju.repayment.erasure.store;

import io.anju.kit.tx.Tx;
import io.anju.repayment.erasure.KeptCards;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SqlKeptCards implements KeptCards {

    @Override
    public Uni<Void> unbindAll(Tx tx, UUID customerId) {
        return tx.update("DELETE FROM card WHERE customer_id = $1 AND state NOT IN ('BOUND', 'UNBOUND')", customerId)
                .chain(() -> tx.update("""
                        UPDATE card SET state = 'UNBOUND', preferred = false, token = '' WHERE customer_id = $1
                        """, customerId))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> makeNameless(Tx tx, UUID customerId) {
        return tx.update("UPDATE card SET bank = '', last4 = '0000' WHERE customer_id = $1", customerId)
                .replaceWithVoid();
    }
}
