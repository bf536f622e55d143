package io.anju.repayment.erasure.store;

import io.anju.kit.tx.Tx;
import io.anju.repayment.erasure.KeptCards;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SqlKeptCards implements KeptCards {

    // A wish without an answer never had a wallet, and stays so.
    private static final String WALLETS =
            "UPDATE wallet_link SET wallet = '-', tail = '-' WHERE customer_id = $1 AND wallet IS NOT NULL";
    private static final String ORDERS = """
            UPDATE rail_order SET account = '', last4 = NULL
            WHERE loan_id IN (SELECT id FROM loan WHERE customer_id = $1) AND concluded_at IS NOT NULL
            """;
    private static final String REASONS = "UPDATE rate_request SET reason = '-' WHERE customer_id = $1";
    private static final String COUNTER_REASONS = "UPDATE counter_change SET reason = '-' WHERE customer_id = $1";

    @Override
    public Uni<Void> unbindAll(Tx tx, UUID customerId) {
        return tx.update("DELETE FROM card WHERE customer_id = $1 AND state NOT IN ('BOUND', 'UNBOUND')", customerId)
                .chain(() -> tx.update("""
                        UPDATE card SET state = 'UNBOUND', preferred = false, position = NULL, fallback = false, token = ''
                        WHERE customer_id = $1
                        """, customerId))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> makeNameless(Tx tx, UUID customerId) {
        return tx.update("UPDATE card SET bank = '', last4 = '0000' WHERE customer_id = $1", customerId)
                .chain(() -> tx.update(WALLETS, customerId))
                .chain(() -> tx.update(ORDERS, customerId))
                .chain(() -> tx.update(REASONS, customerId))
                .chain(() -> tx.update(COUNTER_REASONS, customerId))
                .replaceWithVoid();
    }
}
