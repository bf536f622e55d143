package io.anju.repayment.reversal.model;

import io.anju.kernel.arrears.LatePolicy;
import io.anju.kernel.result.Result;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillReplay;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.model.Reallocation;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.LoanReplay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan as if a payment had not been. Its bills are worked out anew without it, later payments being used for what is
 * owed then, the oldest first. An instalment that was paid ahead and is not due yet is not billed any more.
 *
 * @param bills those that were touched, as they are now
 * @param unbilled number of the instalment that is not billed any more
 * @param instead the shares of later payments that are used otherwise now
 * @param reallocation what the ledger has to move besides the payment's own lines
 */
public record Undoing(
        Loan.Active loan,
        LoanEvent.PaymentReversed event,
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
    public static Result<Undoing, ReversalRefusal> of(
            UUID payment, Receipt posted, Account account, LocalDate today, LatePolicy policy) {
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
        if (!areTraced(touched, shares, policy)) {
            return Result.refused(new ReversalRefusal.NotTraced(payment));
        }
        List<String> standing = Foundations.standingOn(payment, account);
        return standing.isEmpty()
                ? without(payment, posted, account, touched, shares, today, policy)
                : Result.refused(new ReversalRefusal.StoodOn(standing));
    }

    private static boolean areTraced(List<Bill> bills, List<BillShare> shares, LatePolicy policy) {
        var replay = new BillReplay(bills.stream().map(Bill::facts).toList(), policy);
        return shares.stream().allMatch(replay::take) && bills.stream().allMatch(replay::agreesWith);
    }

    private static Result<Undoing, ReversalRefusal> without(
            UUID payment,
            Receipt posted,
            Account account,
            List<Bill> touched,
            List<BillShare> shares,
            LocalDate today,
            LatePolicy policy) {
        var replay = new BillReplay(touched.stream().map(Bill::facts).toList(), policy);
        Later later = later(payment, shares, replay);
        if (later == null) {
            return Result.refused(new ReversalRefusal.NotTraced(payment));
        }
        Optional<Integer> unbilled = findUnbilled(touched, today);
        Long takesBack =
                unbilled.map(number -> billing(account.events(), number)).orElse(null);
        var event = new LoanEvent.PaymentReversed(today, payment, posted.total(), takesBack);
        List<Bill> bills = touched.stream()
                .filter(bill -> unbilled.filter(number -> number == bill.facts().number())
                        .isEmpty())
                .map(bill -> replay.restored(
                        bill, account.attempts().getOrDefault(bill.facts().number(), 0), today))
                .toList();
        return Result.ok(new Undoing(
                after(account, event),
                event,
                bills,
                unbilled,
                later.instead(),
                reallocation(payment, posted, shares, later.instead())));
    }

    /** Later payments, of which those that are used otherwise are named with all their shares. */
    private record Later(List<BillShare> instead) {}

    private static @Nullable Later later(UUID payment, List<BillShare> shares, BillReplay replay) {
        List<BillShare> instead = new ArrayList<>();
        Set<BillShare.Cause> done = new HashSet<>();
        boolean behind = false;
        for (BillShare share : shares) {
            if (share.isOf(payment)) {
                behind = true;
            } else if (!behind || share.cause() instanceof BillShare.Waived) {
                if (!replay.take(share)) {
                    return null;
                }
            } else if (done.add(share.cause())) {
                List<BillShare> before = shares.stream()
                        .filter(other -> other.cause().equals(share.cause()))
                        .toList();
                List<BillShare> now = replay.pay(before);
                if (total(before).total() != total(now).total()) {
                    return null;
                }
                if (!now.equals(before)) {
                    instead.addAll(now);
                }
            }
        }
        return new Later(instead);
    }

    /** The payment's own lines are undone as they were posted; what else has to move is the rest of the difference. */
    private static Reallocation reallocation(
            UUID payment, Receipt posted, List<BillShare> shares, List<BillShare> instead) {
        Set<BillShare.Cause> changed = new HashSet<>();
        instead.forEach(share -> changed.add(share.cause()));
        Receipt used = total(shares.stream()
                .filter(share -> share.isOf(payment) || changed.contains(share.cause()))
                .toList());
        return Reallocation.between(used, total(instead).plus(posted));
    }

    private static Receipt total(List<BillShare> shares) {
        return shares.stream().map(BillShare::parts).reduce(new Receipt(0, 0, 0, 0), Receipt::plus);
    }

    /** The last one billed, if it was paid ahead and nothing is due yet: nobody bills it before its due date. */
    private static Optional<Integer> findUnbilled(List<Bill> touched, LocalDate today) {
        Bill.Facts last = touched.getLast().facts();
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

    private static Loan.Active after(Account account, LoanEvent.PaymentReversed event) {
        if (event.takesBack() == null) {
            return account.loan();
        }
        List<LoanEvent> events = new ArrayList<>(account.events());
        events.add(event);
        if (LoanReplay.of(account.loan().agreement(), events) instanceof Loan.Active loan) {
            return loan;
        }
        throw new IllegalStateException(
                "not active: " + account.loan().agreement().id());
    }
}
