package io.anju.repayment.collection;

import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.model.BillShare;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where it is kept what payments and waivers were used for. Whoever adds to a loan's holds the lock of the loan. */
public interface BillShares {

    /** Keeps shares, in their order. */
    Uni<Void> addAll(Tx tx, Collection<BillShare> shares);

    /** The loan's shares that no reversal has undone, in their order, at most {@code limit}. */
    Uni<List<BillShare>> listInForce(Tx tx, UUID loanId, int limit);

    /**
     * Undoes a payment's shares, and puts others into the place of those of later payments.
     *
     * @param reversal the transfer that undoes the payment
     * @param instead of later payments that are used otherwise now: all of each
     */
    Uni<Void> undo(Tx tx, UUID loanId, UUID payment, UUID reversal, List<BillShare> instead);
}
