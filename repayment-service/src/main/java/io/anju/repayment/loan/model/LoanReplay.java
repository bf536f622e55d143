package io.anju.repayment.loan.model;

import io.anju.kernel.prepay.EarlyDay;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.ScheduleRefusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A loan worked out from nothing but what was signed and what happened: the proof that the state kept beside the events
 * is theirs. Holds are no events and are not part of it.
 */
public final class LoanReplay {

    private LoanReplay() {}

    /**
     * Where the loan stands after its events.
     *
     * @param signed the agreement as it is now; what amendments changed of it is taken back from the events
     * @throws IllegalStateException when the events are no loan's life
     */
    public static Loan of(Agreement signed, List<LoanEvent> events) {
        Loan loan = new Loan.Opening(asFirstSigned(signed, events));
        Set<Long> takenBack = takenBack(events);
        for (int i = 0; i < events.size(); i++) {
            loan = takenBack.contains(i + 1L) ? loan : after(loan, events.get(i));
        }
        return loan;
    }

    /** The numbers of events that a later one took back, counted from 1. */
    private static Set<Long> takenBack(List<LoanEvent> events) {
        return events.stream()
                .filter(LoanEvent.PaymentReversed.class::isInstance)
                .map(LoanEvent.PaymentReversed.class::cast)
                .map(LoanEvent.PaymentReversed::takesBack)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Agreement asFirstSigned(Agreement signed, List<LoanEvent> events) {
        return events.stream()
                .filter(LoanEvent.RateTermsChanged.class::isInstance)
                .map(LoanEvent.RateTermsChanged.class::cast)
                .findFirst()
                .map(first -> signed.amended(first.before().basis()))
                .orElse(signed);
    }

    private static Loan after(Loan loan, LoanEvent event) {
        return switch (event) {
            case LoanEvent.Disbursed paidOut -> opening(loan).disbursed(paidOut.date());
            case LoanEvent.Billed billed -> billed(active(loan), billed);
            case LoanEvent.InstalmentPaid paid -> loan;
            case LoanEvent.PaymentReversed reversed -> loan;
            case LoanEvent.Repriced repriced ->
                active(loan).repriced(repriced.date(), AnnualRate.of(repriced.newRate()));
            case LoanEvent.Prepaid prepaid ->
                active(loan).prepaid(prepaid(active(loan).position(), prepaid));
            case LoanEvent.Changed changed -> agreed(active(loan).changed(changed));
            case LoanEvent.LoanSettled settled -> active(loan).settled(settled.date());
        };
    }

    private static Loan billed(Loan.Active loan, LoanEvent.Billed event) {
        Loan.Active.Billing billing = loan.bill();
        var row = billing.instalment();
        var worked = new LoanEvent.Billed(row.dueDate(), row.number(), row.principal(), row.interest());
        if (!worked.equals(event)) {
            throw new IllegalStateException("billed was %s, and it comes to %s".formatted(event, worked));
        }
        return billing.after();
    }

    private static LoanPosition prepaid(LoanPosition position, LoanEvent.Prepaid event) {
        return agreed(EarlyDay.of(position, event.date()).after(event.principal(), event.option()));
    }

    private static <T> T agreed(Result<T, ScheduleRefusal> result) {
        return switch (result) {
            case Result.Ok<T, ScheduleRefusal>(T value) -> value;
            case Result.Refused<T, ScheduleRefusal>(ScheduleRefusal refusal) ->
                throw new IllegalStateException(refusal.toString());
        };
    }

    private static Loan.Opening opening(Loan loan) {
        if (loan instanceof Loan.Opening opening) {
            return opening;
        }
        throw new IllegalStateException("paid out twice: " + loan.agreement().id());
    }

    private static Loan.Active active(Loan loan) {
        if (loan instanceof Loan.Active active) {
            return active;
        }
        throw new IllegalStateException("not active: " + loan.agreement().id());
    }
}
