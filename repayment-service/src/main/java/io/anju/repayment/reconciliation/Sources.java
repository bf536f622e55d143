package io.anju.repayment.reconciliation;

import io.anju.kit.tx.Tx;
import io.anju.repayment.reconciliation.model.Sides;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** What the file, the orders and the ledger say of each reference. */
public interface Sources {

    /**
     * Goes once through the references of a date that do not plainly agree, some at a time, each time waiting for what is
     * done with them.
     */
    Uni<Void> forEachPart(Tx tx, LocalDate date, Function<List<Sides>, Uni<Void>> work);

    /** What was posted under a reference, ever; fen, positive for money that came in. */
    Uni<Long> booked(Tx tx, String reference);

    /** The rail's id of the first transaction under a reference that a date's file lists. */
    Uni<String> transactionId(Tx tx, LocalDate date, String reference);
}
