package io.anju.repayment.collection;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What ends with a loan, kept by a feature that this one does not know. */
public interface EndsWithLoan {

    /** The loan is over and saved so; its lock is held until the transaction ends. */
    Uni<Void> loanEnded(Tx tx, UUID loanId);
}
