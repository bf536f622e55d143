package io.anju.repayment.collection;

import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.model.Bill;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where bills are kept. Whoever changes one holds the lock of its loan. */
public interface Bills {

    /** Keeps bills, new or changed. */
    Uni<Void> saveAll(Tx tx, Collection<? extends Bill> bills);

    /** Forgets a bill that is not billed any more. */
    Uni<Void> remove(Tx tx, UUID loanId, int number);

    /** All bills of a loan, oldest first. */
    Uni<List<Bill>> listOfLoan(Tx tx, UUID loanId);

    /** All bills of these loans, each loan's oldest first. */
    Uni<List<Bill>> listOfLoans(Tx tx, Collection<UUID> loanIds);

    /** The unpaid bills of these loans, each loan's oldest first. */
    Uni<List<Bill.Unpaid>> listUnpaid(Tx tx, Collection<UUID> loanIds);

    /** Those of these bills that are paid; each is named by its loan and its number at the same place. */
    Uni<List<Bill.Paid>> listPaid(Tx tx, List<UUID> loanIds, List<Integer> numbers);
}
