package io.anju.repayment.reversal;

import io.anju.kit.tx.Tx;
import io.anju.repayment.reversal.model.PaymentReversal;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where reversals of payments are kept. */
public interface Reversals {

    /** Keeps one, new or decided. */
    Uni<Void> save(Tx tx, PaymentReversal reversal);

    /** The loan's reversal. Whoever decides it holds the lock of its loan. */
    Uni<Optional<PaymentReversal>> find(Tx tx, UUID loanId, UUID id);

    /** The reversal of a payment that is proposed or approved. */
    Uni<Optional<PaymentReversal>> findOf(Tx tx, UUID loanId, UUID transfer);

    /** The loan's reversals, the newest first, those before {@code before}, at most {@code limit}. */
    Uni<List<PaymentReversal>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit);

    /** By instalment, the number of its last debit that was ordered by itself. */
    Uni<Map<Integer, Integer>> attempts(Tx tx, UUID loanId);
}
