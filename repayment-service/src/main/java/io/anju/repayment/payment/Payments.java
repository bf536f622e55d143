package io.anju.repayment.payment;

import io.anju.kit.tx.Tx;
import io.anju.repayment.payment.model.Payment;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where payments by hand are kept. */
public interface Payments {

    /** Keeps a new one; its order is placed already. */
    Uni<Void> add(Tx tx, Payment payment);

    /** The loan's payment with this id. */
    Uni<Optional<Payment>> find(Tx tx, UUID loanId, UUID id);

    /** The loan's payments, the newest first, those before {@code before}, at most {@code limit}. */
    Uni<List<Payment>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit);
}
