package io.anju.repayment.loan.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.loan.LoanProducts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The product in the table loan. */
@ApplicationScoped
class PgLoanProducts implements LoanProducts {

    private static final String KEEP = "UPDATE loan SET product = $2 WHERE application_id = $1 AND product IS NULL";

    @Override
    public Uni<Void> keep(Tx tx, UUID applicationId, String product) {
        return PgTx.connection(tx)
                .preparedQuery(KEEP)
                .execute(Tuple.of(applicationId, product))
                .replaceWithVoid();
    }
}
