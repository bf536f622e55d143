package io.anju.repayment.loan;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Of which product loans are: by it loans are chosen, and nothing is reckoned. */
public interface LoanProducts {

    /** Keeps it with the loans of an application; what is kept already stays. */
    Uni<Void> keep(Tx tx, UUID applicationId, String product);
}
