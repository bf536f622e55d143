package io.anju.repayment.card;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What pays instalments by itself beside cards. */
public interface OtherPayers {

    /** Whether each of the customer's loans that are not repaid is debited by itself from something other than a card. */
    Uni<Boolean> payForAll(Tx tx, UUID customerId);
}
