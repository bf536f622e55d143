package io.anju.repayment.rail;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;

/** Sees to it that money which an order moved, though it may not be taken, goes back. */
public interface GivingBack {

    /** Called once per order, in the transaction that concludes it as failed. */
    Uni<Void> giveBack(Tx tx, RailOrder.Failed taken);

    /**
     * Orders a return that was refused anew, under a reference of its own.
     *
     * @return false, and nothing is ordered, when it was not refused, or the money is going back or gone back already
     */
    Uni<Boolean> giveBackAgain(Tx tx, String refusedReference);
}
