package io.anju.repayment.debit;

import io.anju.kit.tx.Tx;
import io.anju.repayment.debit.model.DebitSwitch;
import io.anju.repayment.loan.StoppedDebits;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Where it is kept which loans are not debited by themselves. Whoever turns a switch holds the lock of its loan. */
public interface DebitSwitches extends StoppedDebits {

    /** The loan's; one that was never turned is on. */
    Uni<DebitSwitch> find(Tx tx, UUID loanId);

    /** Keeps one that was turned. */
    Uni<Void> save(Tx tx, DebitSwitch turned);
}
