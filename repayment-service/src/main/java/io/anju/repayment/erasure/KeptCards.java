package io.anju.repayment.erasure;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * The cards, wallets and words of customers who are erased. Nobody is erased whose loan lives, so that none of them is to be debited. The
 * books stay for ever: they name loans and customers by numbers that by then lead nowhere.
 */
public interface KeptCards {

    /** Unbinds all cards and takes away their tokens; bindings that were begun go. */
    Uni<Void> unbindAll(Tx tx, UUID customerId);

    /**
     * Takes away the bank and the last digits by which a statement named a card, the tokens of wallets, the accounts of
     * orders that are over, and what the customer wrote when asking for another rate.
     */
    Uni<Void> makeNameless(Tx tx, UUID customerId);
}
