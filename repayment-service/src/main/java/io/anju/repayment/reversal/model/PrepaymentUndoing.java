package io.anju.repayment.reversal.model;

import io.anju.kernel.result.Result;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.BillReplay;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.model.Reallocation;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.LoanReplay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A loan as if a prepayment had not been: what its other events come to. The rates fixed since then stay; what was billed
 * since then is billed as it would have been, and what was paid since then is used for that, the oldest first. Bills that
 * were overdue and that it had paid first are owed again. A loan that was settled since then is being repaid again, and
 * what falls due until today is billed by the next run.
 */
public final class PrepaymentUndoing {

    private PrepaymentUndoing() {}

    /**
     * Works it out, or says why not.
     *
     * @param prepayment its transfer
     * @param posted what it was posted for
     * @param quotedAt number of the loan's events when it was quoted: it is behind them
     */
    public static Result<Undoing, ReversalRefusal> of(
            UUID prepayment, Receipt posted, long quotedAt, Account account, LocalDate today) {
        List<BillShare> mine = account.shares().stream()
                .filter(share -> share.isOf(prepayment))
                .toList();
        long early = posted.total() - LaterPayments.total(mine).total();
        Optional<Long> number = find(early, quotedAt, account.events());
        if (number.isEmpty()) {
            return Result.refused(new ReversalRefusal.NotTraced(prepayment));
        }
        List<String> standing = Foundations.standingOnPrepayment(number.get(), account);
        if (!standing.isEmpty()) {
            return Result.refused(new ReversalRefusal.StoodOn(standing));
        }
        var event = new LoanEvent.PrepaymentReversed(
                today, prepayment, posted.total(), takenBack(number.get(), account.events()));
        return touchedBy(number.get(), mine, account)
                .flatMap(touched -> without(event, touched, posted, account))
                .orElseGet(() -> Result.refused(new ReversalRefusal.NotTraced(prepayment)));
    }

    /**
     * The instalments that it paid first and those billed since then, and what came in for them.
     *
     * @param before shares from before it, in their order
     * @param mine its own
     * @param behind shares from after it
     */
    private record Touched(List<Bill> bills, List<BillShare> before, List<BillShare> mine, List<BillShare> behind) {}

    /** Empty where what is kept is not what the events and the shares come to. */
    private static Optional<Touched> touchedBy(long number, List<BillShare> mine, Account account) {
        int after = LoanReplay.whole(
                        account.loan().agreement(), account.events().subList(0, (int) number - 1))
                .billed()
                .size();
        int first = mine.stream().mapToInt(BillShare::number).min().orElse(after + 1);
        List<Bill> bills = account.bills().stream()
                .filter(bill -> bill.facts().number() >= first)
                .toList();
        List<BillShare> shares = account.shares().stream()
                .filter(share -> share.number() >= first)
                .toList();
        int place = mine.isEmpty() ? 0 : shares.indexOf(mine.getFirst());
        boolean traced = shares.stream().allMatch(share -> share.number() <= after || share.version() >= number)
                && Undoing.areTraced(bills, shares)
                && LoanReplay.of(account.loan().agreement(), account.events()).equals(account.loan());
        return traced
                ? Optional.of(new Touched(
                        bills,
                        shares.subList(0, place),
                        mine,
                        shares.stream()
                                .skip(place)
                                .filter(share -> !mine.contains(share))
                                .toList()))
                : Optional.empty();
    }

    private static Optional<Result<Undoing, ReversalRefusal>> without(
            LoanEvent.PrepaymentReversed event, Touched touched, Receipt posted, Account account) {
        var replay = new BillReplay(billed(account.replayed(event), touched));
        if (!touched.before().stream().allMatch(replay::take)) {
            return Optional.empty();
        }
        LoanEvent.Prepaid prepaid = (LoanEvent.Prepaid) event(event.prepayment(), account.events());
        // The payment's own lines are undone as they were posted, whatever its part for the bills is used for by now.
        Reallocation own =
                Reallocation.between(LaterPayments.total(touched.mine()).plus(early(prepaid)), posted);
        return Optional.of(LaterPayments.anew(touched.behind(), replay).map(later -> {
            List<Bill> bills = touched.bills().stream()
                    .map(bill -> replay.restored(bill, account.attempts(bill), event.date()))
                    .toList();
            return new Undoing(
                    account.without(event),
                    event,
                    bills,
                    Optional.empty(),
                    later.instead(),
                    later.reallocation().plus(own));
        }));
    }

    private static List<BillFacts> billed(LoanReplay without, Touched touched) {
        Map<Integer, BillFacts> kept =
                touched.bills().stream().map(Bill::facts).collect(Collectors.toMap(BillFacts::number, facts -> facts));
        return without.billed().stream()
                .flatMap(row -> Optional.ofNullable(kept.get(row.instalment().number()))
                        .map(facts -> facts.rebilled(row.instalment(), row.rate()))
                        .stream())
                .toList();
    }

    private static Receipt early(LoanEvent.Prepaid prepaid) {
        return new Receipt(prepaid.compensation(), 0, prepaid.interest(), prepaid.principal());
    }

    /** Number of the prepayment of that much, compensation and interest included. */
    private static Optional<Long> find(long amount, long quotedAt, List<LoanEvent> events) {
        return inForce(quotedAt, events)
                .filter(number -> event(number, events) instanceof LoanEvent.Prepaid prepaid
                        && early(prepaid).total() == amount)
                .findFirst();
    }

    private static List<Long> takenBack(long number, List<LoanEvent> events) {
        Stream<Long> settlement =
                inForce(number, events).filter(later -> event(later, events) instanceof LoanEvent.LoanSettled);
        return Stream.concat(Stream.of(number), settlement).toList();
    }

    /** The numbers of events behind one, but for those that were taken back. */
    private static Stream<Long> inForce(long after, List<LoanEvent> events) {
        Set<Long> takenBack = LoanReplay.takenBack(events);
        return LongStream.rangeClosed(after + 1, events.size()).boxed().filter(number -> !takenBack.contains(number));
    }

    private static LoanEvent event(long number, List<LoanEvent> events) {
        return events.get((int) number - 1);
    }
}
