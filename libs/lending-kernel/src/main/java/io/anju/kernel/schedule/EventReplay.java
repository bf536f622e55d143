package io.anju.kernel.schedule;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One walk through a loan's life, period by period, applying events where they fall. Used once, by one thread. */
final class EventReplay {

    private final RepaymentTerms terms;
    private final EventQueue pending;
    private final List<Instalment> rows = new ArrayList<>();
    private final List<Prepaid> prepayments = new ArrayList<>();
    private LoanPosition position;

    EventReplay(RepaymentTerms terms, List<? extends ScheduleEvent> events) {
        this.terms = terms;
        this.pending = new EventQueue(events);
        this.position = LoanPosition.opening(terms);
    }

    Result<RepaymentSchedule, ScheduleRefusal> run() {
        while (position.state().left() > 0) {
            Optional<ScheduleEvent> event = pending.takeNext(position);
            if (event.isPresent()) {
                Optional<ScheduleRefusal> refusal = apply(event.get());
                if (refusal.isPresent()) {
                    return Result.refused(refusal.get());
                }
            } else {
                LoanPosition.Billed billed = position.bill();
                rows.add(billed.instalment());
                position = billed.after();
            }
        }
        if (rows.isEmpty()) {
            return Result.refused(new ScheduleRefusal.NothingToSchedule(terms.principal()));
        }
        Optional<ScheduleEvent> misfit = pending.findMisfit();
        return misfit.isEmpty()
                ? Result.ok(new RepaymentSchedule(terms, rows, prepayments))
                : Result.refused(
                        new ScheduleRefusal.EventOutsideSchedule(misfit.get().when(), rows.size()));
    }

    private LocalDate dateOf(ScheduleEvent event) {
        return switch (event) {
            case ScheduleEvent.AfterInstalment _ -> position.periodStart();
            case ScheduleEvent.OnDate on -> on.date();
        };
    }

    private Optional<ScheduleRefusal> apply(ScheduleEvent event) {
        LocalDate date = dateOf(event);
        return switch (event) {
            case ScheduleEvent.Prepayment(int _, long amount, PrepaymentOption option) -> prepay(date, amount, option);
            case ScheduleEvent.PrepaymentOn(LocalDate _, long amount, PrepaymentOption option) ->
                prepay(date, amount, option);
            case ScheduleEvent.Repricing(int _, AnnualRate rate) -> moveTo(position.repricedOn(date, rate));
            case ScheduleEvent.RepricingOn(LocalDate _, AnnualRate rate) -> moveTo(position.repricedOn(date, rate));
            case ScheduleEvent.PlanChangedOn(LocalDate _, PlanChange change) ->
                moveTo(position.changedOn(date, change));
        };
    }

    private Optional<ScheduleRefusal> prepay(LocalDate date, long amount, PrepaymentOption option) {
        return moveTo(position.prepaidOn(date, amount, option).map(prepayment -> {
            prepayments.add(prepayment.prepaid());
            return prepayment.after();
        }));
    }

    private Optional<ScheduleRefusal> moveTo(Result<LoanPosition, ScheduleRefusal> next) {
        return switch (next) {
            case Result.Refused<LoanPosition, ScheduleRefusal>(ScheduleRefusal refusal) -> Optional.of(refusal);
            case Result.Ok<LoanPosition, ScheduleRefusal>(LoanPosition there) -> {
                position = there;
                yield Optional.empty();
            }
        };
    }
}
