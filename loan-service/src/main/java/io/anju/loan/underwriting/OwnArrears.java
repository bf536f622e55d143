package io.anju.loan.underwriting;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;

/** Late instalments on loans of this bank, as repayment-service told of them. */
public interface OwnArrears {

    /** A late instalment; told twice, it counts once. */
    record Late(UUID loanId, int number, UUID customerId, LocalDate dueDate) {}

    /** Keeps one. */
    Uni<Void> keep(Tx tx, Late late);

    /** How many fell due since a day. */
    Uni<Integer> countSince(Tx tx, UUID customerId, LocalDate day);
}
