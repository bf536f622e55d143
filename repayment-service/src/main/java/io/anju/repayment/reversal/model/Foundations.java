package io.anju.repayment.reversal.model;

import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.LoanReplay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What happened after a payment, or a prepayment, and would have come to something else without it. */
final class Foundations {

    private Foundations() {}

    /**
     * As kind and date, oldest first. Billing goes its way whether an instalment is paid or not. The prepayment by which a
     * loan was settled repaid all that was not billed, and would have without the payment.
     */
    static List<String> standingOn(UUID payment, Account account) {
        List<BillShare> mine =
                account.shares().stream().filter(share -> share.isOf(payment)).toList();
        BillShare last = mine.getLast();
        // Paid ahead, an instalment ends its period before its due date: a rate fixed between counts from that date.
        LocalDate ahead = findAhead(last, account).map(BillFacts::dueDate).orElse(LocalDate.MIN);
        Stream<BillShare> later =
                account.shares().stream().skip(account.shares().indexOf(last) + 1L);
        return Stream.concat(
                        numbersSince(last.version(), account)
                                .filter(number -> !isOfTheEnd(number, account, ahead))
                                .mapToObj(number -> event(number, account))
                                .flatMap(event -> named(event, ahead)),
                        paidAhead(later, account))
                .toList();
    }

    /**
     * The same for a prepayment. What was billed and which rates were fixed since then is worked out anew, and the loan's
     * settlement is no more.
     *
     * @param number of the prepayment among the loan's events, from 1
     */
    static List<String> standingOnPrepayment(long number, Account account) {
        Stream<BillShare> later = account.shares().stream().filter(share -> share.version() >= number);
        return Stream.concat(
                        since(number, account)
                                .filter(event -> !(event instanceof LoanEvent.LoanSettled))
                                .flatMap(event -> named(event, LocalDate.MIN)),
                        paidAhead(later, account))
                .toList();
    }

    /** What happened behind a number of events, but for what was taken back. */
    private static Stream<LoanEvent> since(long number, Account account) {
        return numbersSince(number, account).mapToObj(later -> event(later, account));
    }

    private static LongStream numbersSince(long number, Account account) {
        Set<Long> takenBack = LoanReplay.takenBack(account.events());
        return LongStream.rangeClosed(number + 1, account.events().size()).filter(later -> !takenBack.contains(later));
    }

    private static LoanEvent event(long number, Account account) {
        return account.events().get((int) number - 1);
    }

    /** The settlement, which is no more, and the prepayment that it came by. That one counted an instalment paid ahead. */
    private static boolean isOfTheEnd(long number, Account account, LocalDate ahead) {
        if (event(number, account) instanceof LoanEvent.LoanSettled) {
            return true;
        }
        return event(number, account) instanceof LoanEvent.Prepaid
                && ahead.equals(LocalDate.MIN)
                && number < account.events().size()
                && event(number + 1, account) instanceof LoanEvent.LoanSettled;
    }

    private static Stream<String> paidAhead(Stream<BillShare> later, Account account) {
        return later.filter(share -> findAhead(share, account).isPresent()).map(share -> "PAID_AHEAD " + share.date());
    }

    private static Stream<String> named(LoanEvent event, LocalDate ahead) {
        return switch (event) {
            case LoanEvent.Prepaid prepaid -> Stream.of("PREPAID " + prepaid.date());
            case LoanEvent.MethodChanged changed -> Stream.of("METHOD_CHANGED " + changed.date());
            case LoanEvent.TermChanged changed -> Stream.of("TERM_CHANGED " + changed.date());
            case LoanEvent.Relieved relieved -> Stream.of("RELIEVED " + relieved.date());
            case LoanEvent.DueDayMoved moved -> Stream.of("DUE_DAY_MOVED " + moved.date());
            case LoanEvent.RateTermsChanged changed -> rate(changed, ahead);
            case LoanEvent.LoanSettled settled -> Stream.of("LOAN_SETTLED " + settled.date());
            case LoanEvent.Repriced repriced ->
                repriced.date().isBefore(ahead) ? Stream.of("REPRICED " + repriced.date()) : Stream.empty();
            case LoanEvent.Disbursed paidOut -> Stream.empty();
            case LoanEvent.PayoutCancelled never -> Stream.empty();
            case LoanEvent.Billed billed -> Stream.empty();
            case LoanEvent.InstalmentPaid paid -> Stream.empty();
            case LoanEvent.Reversed reversed -> Stream.empty();
        };
    }

    /** The bank's own batch stays, as a repricing does; what the borrower agreed on was agreed on the loan as it was. */
    private static Stream<String> rate(LoanEvent.RateTermsChanged changed, LocalDate ahead) {
        return changed.byBorrower() || changed.date().isBefore(ahead)
                ? Stream.of("RATE_TERMS_CHANGED " + changed.date())
                : Stream.empty();
    }

    /**
     * The instalment, if it was paid before it fell due: the payment is what billed it. Money that was more than was owed on
     * its day bills nothing; it is there when the next one falls due.
     */
    private static Optional<BillFacts> findAhead(BillShare share, Account account) {
        boolean billsIt = share.cause() instanceof BillShare.Payment
                && share.version() < account.events().size()
                && account.events().get((int) share.version()) instanceof LoanEvent.Billed billed
                && billed.number() == share.number();
        return billsIt
                ? account.bills().stream()
                        .map(Bill::facts)
                        .filter(facts ->
                                facts.number() == share.number() && share.date().isBefore(facts.dueDate()))
                        .findFirst()
                : Optional.empty();
    }
}
