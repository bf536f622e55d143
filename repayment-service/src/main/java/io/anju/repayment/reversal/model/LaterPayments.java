package io.anju.repayment.reversal.model;

import io.anju.kernel.result.Result;
import io.anju.repayment.collection.model.BillReplay;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.model.Reallocation;
import io.anju.repayment.ledger.model.Receipt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Later payments as they are used once something earlier is no more.
 *
 * @param instead of those that are used otherwise, all their shares
 * @param reallocation what the ledger has to move for that
 */
record LaterPayments(List<BillShare> instead, Reallocation reallocation) {

    LaterPayments {
        instead = List.copyOf(instead);
    }

    /**
     * Uses them for what is owed by now, and waives what was waived.
     *
     * @param shares of payments and waivers, in their order
     * @param bills as they were before the first of them
     */
    static Result<LaterPayments, ReversalRefusal> anew(List<BillShare> shares, BillReplay bills) {
        List<BillShare> instead = new ArrayList<>();
        Set<BillShare.Cause> done = new HashSet<>();
        for (BillShare share : shares) {
            if (share.cause() instanceof BillShare.Waived) {
                if (!bills.take(share)) {
                    return Result.refused(
                            new ReversalRefusal.MoreThanOwed(share.parts().total()));
                }
            } else if (done.add(share.cause())) {
                List<BillShare> before = of(share.cause(), shares);
                List<BillShare> now = bills.pay(before);
                long left = total(before).total() - total(now).total();
                if (left > 0) {
                    return Result.refused(new ReversalRefusal.MoreThanOwed(left));
                }
                if (!now.equals(before)) {
                    instead.addAll(now);
                }
            }
        }
        return Result.ok(new LaterPayments(instead, between(shares, instead)));
    }

    private static Reallocation between(List<BillShare> shares, List<BillShare> instead) {
        Set<BillShare.Cause> changed = new HashSet<>();
        instead.forEach(share -> changed.add(share.cause()));
        Receipt used = total(
                shares.stream().filter(share -> changed.contains(share.cause())).toList());
        return Reallocation.between(used, total(instead));
    }

    private static List<BillShare> of(BillShare.Cause cause, List<BillShare> shares) {
        return shares.stream().filter(share -> share.cause().equals(cause)).toList();
    }

    static Receipt total(List<BillShare> shares) {
        return shares.stream().map(BillShare::parts).reduce(new Receipt(0, 0, 0, 0), Receipt::plus);
    }
}
