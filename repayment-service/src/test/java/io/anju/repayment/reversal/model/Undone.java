package io.anju.repayment.reversal.model;

import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.model.Reallocation;
import io.anju.repayment.ledger.model.Receipt;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What an undoing leaves in the books of a {@link Life}. */
final class Undone {

    private Undone() {}

    /** All that was used for each part, after a payment's own was mirrored and the others' moved. */
    static Receipt booked(Receipt before, Receipt mirrored, Reallocation more) {
        return new Receipt(
                before.costs() - mirrored.costs() + more.costs(),
                before.penalty() - mirrored.penalty() + more.penalty(),
                before.interest() - mirrored.interest() + more.interest(),
                before.principal() - mirrored.principal() + more.principal());
    }

    /** The payment's shares go; those that settle something else now stand where they stood. */
    static void keep(List<BillShare> shares, UUID payment, List<BillShare> instead) {
        for (BillShare.Cause cause :
                instead.stream().map(BillShare::cause).distinct().toList()) {
            int place = IntStream.range(0, shares.size())
                    .filter(i -> shares.get(i).cause().equals(cause))
                    .findFirst()
                    .orElseThrow();
            shares.removeIf(share -> share.cause().equals(cause));
            shares.addAll(
                    place,
                    instead.stream()
                            .filter(share -> share.cause().equals(cause))
                            .toList());
        }
        shares.removeIf(share -> share.isOf(payment));
    }
}
