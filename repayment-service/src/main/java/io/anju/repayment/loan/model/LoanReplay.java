package io.anju.repayment.loan.model;

import io.anju.kernel.prepay.EarlyDay;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.ScheduleRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A loan worked out from nothing but what was signed and what happened: the proof that the state kept beside the events
 * is theirs. Holds are no events and are not part of it.
 *
 * @param loan where it stands after its events
 * @param billed all that was billed on the way and not taken back, as it comes out without what was
 */
public record LoanReplay(Loan loan, List<CatchUp.Billed> billed) {

    public LoanReplay {
        billed = List.copyOf(billed);
    }

    /**
     * Where the loan stands after its events.
     *
     * @param signed the agreement as it is now; what amendments changed of it is taken back from the events
     * @throws IllegalStateException when the events are no loan's life
     */
    public static Loan of(Agreement signed, List<LoanEvent> events) {
        return whole(signed, events).loan();
    }

    /**
     * The same with all that was billed.
     *
     * @param signed the agreement as it is now; what amendments changed of it is taken back from the events
     * @throws IllegalStateException when the events are no loan's life
     */
    public static LoanReplay whole(Agreement signed, List<LoanEvent> events) {
        Loan loan = new Loan.Opening(asFirstSigned(signed, events));
        List<CatchUp.Billed> billed = new ArrayList<>();
        Set<Long> takenBack = takenBack(events);
        Set<Long> billedAnew = billedAnew(events);
        for (int i = 0; i < events.size(); i++) {
            long number = i + 1L;
            if (takenBack.contains(number)) {
                continue;
            }
            if (events.get(i) instanceof LoanEvent.Billed event) {
                billed.add(billed(active(loan), event, billedAnew.contains(number)));
            }
            loan = after(loan, events.get(i));
        }
        return new LoanReplay(loan, billed);
    }

    /** The numbers of events that a later one took back, counted from 1. */
    public static Set<Long> takenBack(List<LoanEvent> events) {
        return reversed(events, LoanEvent.Reversed.class)
                .flatMap(reversed -> reversed.takenBack().stream())
                .collect(Collectors.toSet());
    }

    /** The numbers of events between a prepayment and its reversal: what was billed then was billed with it. */
    private static Set<Long> billedAnew(List<LoanEvent> events) {
        return reversed(events, LoanEvent.PrepaymentReversed.class)
                .flatMapToLong(reversed -> LongStream.range(reversed.prepayment() + 1, events.indexOf(reversed) + 1L))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static <E extends LoanEvent> Stream<E> reversed(List<LoanEvent> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
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
            case LoanEvent.PayoutCancelled cancelled -> opening(loan).cancelled(cancelled.date());
            case LoanEvent.Billed billed -> active(loan).bill().after();
            case LoanEvent.InstalmentPaid paid -> loan;
            case LoanEvent.Reversed reversed -> loan;
            case LoanEvent.Repriced repriced ->
                active(loan).repriced(repriced.date(), AnnualRate.of(repriced.newRate()));
            case LoanEvent.Prepaid prepaid ->
                active(loan).prepaid(prepaid(active(loan).position(), prepaid));
            case LoanEvent.Changed changed -> agreed(active(loan).changed(changed));
            case LoanEvent.LoanSettled settled -> active(loan).settled(settled.date());
        };
    }

    /** What was billed is what comes out; where it is worked out anew, its number and its day are. */
    private static CatchUp.Billed billed(Loan.Active loan, LoanEvent.Billed event, boolean anew) {
        Instalment row = loan.bill().instalment();
        var worked = anew
                ? new LoanEvent.Billed(row.dueDate(), row.number(), event.principal(), event.interest())
                : new LoanEvent.Billed(row.dueDate(), row.number(), row.principal(), row.interest());
        if (!worked.equals(event)) {
            throw new IllegalStateException("billed was %s, and it comes to %s".formatted(event, worked));
        }
        return new CatchUp.Billed(row, loan.position().state().annualRate());
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
