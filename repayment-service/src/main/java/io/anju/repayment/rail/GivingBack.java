package io.anju.repayment.rail;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;

/** Sees to it that money which an order moved, though it may not be taken, goes back. */
public interface GivingBack {

    /** Called once per order, in the transaction that concludes it as failed. */
    Uni<Void> giveBack(Tx tx, RailOrder.Failed taken);
}
