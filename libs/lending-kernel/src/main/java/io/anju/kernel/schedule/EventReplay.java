package io.anju.kernel.schedule;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One walk through a loan's life, period by period, applying events where they fall. Used once, by one thread. */
final class EventReplay {

    private final RepaymentTerms terms;
    private final List<ScheduleEvent> pending;
    private final List<Instalment> rows = new ArrayList<>();
    private final List<Prepaid> prepayments = new ArrayList<>();
    private LoanPosition position;

    EventReplay(RepaymentTerms terms, List<? extends ScheduleEvent> events) {
        this.terms = terms;
        this.pending = new ArrayList<>(events);
        this.position = LoanPosition.opening(terms);
    }

    Result<RepaymentSchedule, ScheduleRefusal> run() {
        while (position.state().left() > 0) {
            for (ScheduleEvent event : takeEventsOfPeriod()) {
                Optional<ScheduleRefusal> refusal = apply(event);
                if (refusal.isPresent()) {
                    return Result.refused(refusal.get());
                }
            }
            if (position.state().left() > 0) {
                LoanPosition.Billed billed = position.bill();
                rows.add(billed.instalment());
                position = billed.after();
            }
        }
        if (rows.isEmpty()) {
            return Result.refused(new ScheduleRefusal.NothingToSchedule(terms.principal()));
        }
        return pending.isEmpty()
                ? Result.ok(new RepaymentSchedule(terms, rows, prepayments))
                : Result.refused(outside(pending.getFirst()));
    }

    /** Those at the period's start first, in the order given, then those inside it by date. */
    private List<ScheduleEvent> takeEventsOfPeriod() {
        List<ScheduleEvent> found = pending.stream()
                .filter(this::fallsInPeriod)
                .sorted(Comparator.comparing(this::dateOf))
                .toList();
        pending.removeAll(found);
        return found;
    }

    private boolean fallsInPeriod(ScheduleEvent event) {
        return switch (event) {
            case ScheduleEvent.Prepayment prepayment -> prepayment.afterInstalment() == position.billed();
            case ScheduleEvent.Repricing repricing -> repricing.fromInstalment() == position.billed() + 1;
            case ScheduleEvent.PrepaymentOn on -> position.runsOn(on.date());
            case ScheduleEvent.RepricingOn on -> position.runsOn(on.date());
        };
    }

    private LocalDate dateOf(ScheduleEvent event) {
        return switch (event) {
            case ScheduleEvent.Prepayment _, ScheduleEvent.Repricing _ -> position.periodStart();
            case ScheduleEvent.PrepaymentOn on -> on.date();
            case ScheduleEvent.RepricingOn on -> on.date();
        };
    }

    private Optional<ScheduleRefusal> apply(ScheduleEvent event) {
        if (position.state().left() == 0) {
            return Optional.of(outside(event));
        }
        LocalDate date = dateOf(event);
        return switch (event) {
            case ScheduleEvent.Prepayment(int _, long amount, PrepaymentOption option) -> prepay(date, amount, option);
            case ScheduleEvent.PrepaymentOn(LocalDate _, long amount, PrepaymentOption option) ->
                prepay(date, amount, option);
            case ScheduleEvent.Repricing repricing -> {
                position = position.repricedOn(date, repricing.annualRate());
                yield Optional.empty();
            }
            case ScheduleEvent.RepricingOn repricing -> {
                position = position.repricedOn(date, repricing.annualRate());
                yield Optional.empty();
            }
        };
    }

    private Optional<ScheduleRefusal> prepay(LocalDate date, long amount, PrepaymentOption option) {
        return switch (position.prepaidOn(date, amount, option)) {
            case Result.Refused<LoanPosition.Prepayment, ScheduleRefusal>(ScheduleRefusal refusal) ->
                Optional.of(refusal);
            case Result.Ok<LoanPosition.Prepayment, ScheduleRefusal>(LoanPosition.Prepayment prepayment) -> {
                prepayments.add(prepayment.prepaid());
                position = prepayment.after();
                yield Optional.empty();
            }
        };
    }

    private ScheduleRefusal outside(ScheduleEvent event) {
        return new ScheduleRefusal.EventOutsideSchedule(event.when(), rows.size());
    }
}
