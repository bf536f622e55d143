package io.anju.repayment.reversal.model;

import io.anju.kernel.result.Result;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.BillReplay;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.model.Reallocation;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A loan as if a payment had not been. Its bills are worked out anew without it, later payments being used for what is
 * owed then, the oldest first. An instalment that was paid ahead and is not due yet is not billed any more. A loan that was
 * settled is being repaid again; what was repaid early, all of the rest, stays so. For a prepayment see
 * {@link PrepaymentUndoing}.
 *
 * @param bills those that were touched, as they are now
 * @param unbilled number of the instalment that is not billed any more
 * @param instead the shares of later payments that are used otherwise now
 * @param reallocation what the ledger has to move besides the payment's own lines
 */
public record Undoing(
        Loan.Active loan,
        LoanEvent.Reversed event,
        List<Bill> bills,
        Optional<Integer> unbilled,
        List<BillShare> instead,
        Reallocation reallocation) {

    public Undoing {
        bills = List.copyOf(bills);
        instead = List.copyOf(instead);
    }

    /**
     * Works it out, or says why not.
     *
     * @param payment its transfer
     * @param posted what it was posted for
     */
    public static Result<Undoing, ReversalRefusal> of(UUID payment, Receipt posted, Account account, LocalDate today) {
        List<BillShare> mine =
                account.shares().stream().filter(share -> share.isOf(payment)).toList();
        if (mine.isEmpty()) {
            return Result.refused(new ReversalRefusal.NotTraced(payment));
        }
        int first = mine.stream().mapToInt(BillShare::number).min().orElseThrow();
        List<Bill> touched = account.bills().stream()
                .filter(bill -> bill.facts().number() >= first)
                .toList();
        List<BillShare> shares = account.shares().stream()
                .filter(share -> share.number() >= first)
                .toList();
        if (!areTraced(touched, shares)) {
            return Result.refused(new ReversalRefusal.NotTraced(payment));
        }
        List<String> standing = Foundations.standingOn(payment, account);
        return standing.isEmpty()
                ? without(payment, posted, account, touched, shares, today)
                : Result.refused(new ReversalRefusal.StoodOn(standing));
    }

    /** Whether bills are what the shares of them come to. */
    static boolean areTraced(List<Bill> bills, List<BillShare> shares) {
        var replay = new BillReplay(bills.stream().map(Bill::facts).toList());
        return shares.stream().allMatch(replay::take) && bills.stream().allMatch(replay::agreesWith);
    }

    private static Result<Undoing, ReversalRefusal> without(
            UUID payment,
            Receipt posted,
            Account account,
            List<Bill> touched,
            List<BillShare> shares,
            LocalDate today) {
        var replay = new BillReplay(touched.stream().map(Bill::facts).toList());
        List<BillShare> mine =
                shares.stream().filter(share -> share.isOf(payment)).toList();
        int first = shares.indexOf(mine.getFirst());
        if (!shares.subList(0, first).stream().allMatch(replay::take)) {
            return Result.refused(new ReversalRefusal.NotTraced(payment));
        }
        List<BillShare> behind = shares.stream()
                .skip(first)
                .filter(share -> !share.isOf(payment))
                .toList();
        return LaterPayments.anew(behind, replay)
                .map(later -> undoing(payment, posted, account, touched, replay, later, mine, today));
    }

    private static Undoing undoing(
            UUID payment,
            Receipt posted,
            Account account,
            List<Bill> touched,
            BillReplay replay,
            LaterPayments later,
            List<BillShare> mine,
            LocalDate today) {
        Optional<Integer> unbilled = findUnbilled(touched, today);
        Long takesBack =
                unbilled.map(number -> billing(account.events(), number)).orElse(null);
        var event = new LoanEvent.PaymentReversed(
                today, payment, posted.total(), takesBack, account.settlement().orElse(null));
        List<Bill> bills = touched.stream()
                .filter(bill -> unbilled.filter(number -> number == bill.facts().number())
                        .isEmpty())
                .map(bill -> replay.restored(bill, account.attempts(bill), today))
                .toList();
        // The payment's own lines are undone as they were posted, whatever it is used for by now.
        Reallocation own = Reallocation.between(LaterPayments.total(mine), posted);
        return new Undoing(
                account.without(event),
                event,
                bills,
                unbilled,
                later.instead(),
                later.reallocation().plus(own));
    }

    /** The last one billed, if it was paid ahead and nothing is due yet: nobody bills it before its due date. */
    private static Optional<Integer> findUnbilled(List<Bill> touched, LocalDate today) {
        BillFacts last = touched.getLast().facts();
        return last.dueDate().isAfter(today) ? Optional.of(last.number()) : Optional.empty();
    }

    private static long billing(List<LoanEvent> events, int number) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof LoanEvent.Billed billed && billed.number() == number) {
                return i + 1L;
            }
        }
        throw new IllegalStateException("never billed: " + number);
    }
}
