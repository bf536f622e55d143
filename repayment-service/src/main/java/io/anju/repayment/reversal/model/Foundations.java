package io.anju.repayment.reversal.model;

import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.loan.model.LoanEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened after a payment and would have come to something else without it. */
final class Foundations {

    private Foundations() {}

    /** As kind and date, oldest first. Billing goes its way whether an instalment is paid or not. */
    static List<String> standingOn(UUID payment, Account account) {
        Map<Integer, Bill.Facts> billed = account.bills().stream()
                .map(Bill::facts)
                .collect(Collectors.toMap(Bill.Facts::number, Function.identity()));
        List<BillShare> mine =
                account.shares().stream().filter(share -> share.isOf(payment)).toList();
        BillShare last = mine.getLast();
        // Paid ahead, an instalment ends its period before its due date: a rate fixed between counts from that date.
        LocalDate ahead = isAhead(last, billed) ? dueDate(last, billed) : LocalDate.MIN;
        Stream<String> events = account.events().stream().skip(last.version()).flatMap(event -> named(event, ahead));
        Stream<String> paidAhead = account.shares().stream()
                .skip(account.shares().indexOf(last) + 1L)
                .filter(share -> share.cause() instanceof BillShare.Payment && isAhead(share, billed))
                .map(share -> "PAID_AHEAD " + share.date());
        return Stream.concat(events, paidAhead).toList();
    }

    private static Stream<String> named(LoanEvent event, LocalDate ahead) {
        return switch (event) {
            case LoanEvent.Prepaid prepaid -> Stream.of("PREPAID " + prepaid.date());
            case LoanEvent.MethodChanged changed -> Stream.of("METHOD_CHANGED " + changed.date());
            case LoanEvent.TermChanged changed -> Stream.of("TERM_CHANGED " + changed.date());
            case LoanEvent.Relieved relieved -> Stream.of("RELIEVED " + relieved.date());
            case LoanEvent.DueDayMoved moved -> Stream.of("DUE_DAY_MOVED " + moved.date());
            case LoanEvent.RateTermsChanged changed -> Stream.of("RATE_TERMS_CHANGED " + changed.date());
            case LoanEvent.LoanSettled settled -> Stream.of("LOAN_SETTLED " + settled.date());
            case LoanEvent.Repriced repriced ->
                repriced.date().isBefore(ahead) ? Stream.of("REPRICED " + repriced.date()) : Stream.empty();
            case LoanEvent.Disbursed paidOut -> Stream.empty();
            case LoanEvent.Billed billed -> Stream.empty();
            case LoanEvent.InstalmentPaid paid -> Stream.empty();
            case LoanEvent.PaymentReversed reversed -> Stream.empty();
        };
    }

    /** Whether an instalment was paid before it fell due. */
    static boolean isAhead(BillShare share, Map<Integer, Bill.Facts> billed) {
        return share.date().isBefore(dueDate(share, billed));
    }

    private static LocalDate dueDate(BillShare share, Map<Integer, Bill.Facts> billed) {
        Bill.Facts facts = billed.get(share.number());
        if (facts == null) {
            throw new IllegalStateException("paid and not billed: " + share);
        }
        return facts.dueDate();
    }
}
