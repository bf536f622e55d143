package io.anju.kernel.schedule;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.Accrual;
import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One walk through a loan's life, period by period, applying events where they fall. Used once, by one thread. */
final class EventReplay {

    private final RepaymentTerms terms;
    private final Conventions conventions;
    private final DueDates dueDates;
    private final List<ScheduleEvent> pending;
    private final List<Instalment> rows = new ArrayList<>();
    private final List<Prepaid> prepayments = new ArrayList<>();

    private LoanState state;
    private LocalDate periodStart;
    private LocalDate due;

    /** Interest of the running period up to {@link #accruedTo} that is not yet paid; used once the period is split. */
    private Accrual accrual = Accrual.NONE;

    private LocalDate accruedTo;
    private boolean split;

    EventReplay(RepaymentTerms terms, List<? extends ScheduleEvent> events) {
        this.terms = terms;
        this.conventions = terms.conventions();
        this.dueDates = terms.dueDates();
        this.pending = new ArrayList<>(events);
        this.state = terms.opening();
        this.periodStart = terms.startDate();
        this.accruedTo = periodStart;
        this.due = terms.firstDueDate();
    }

    Result<RepaymentSchedule, ScheduleRefusal> run() {
        while (state.left() > 0) {
            for (ScheduleEvent event : takeEventsOfPeriod()) {
                Optional<ScheduleRefusal> refusal = apply(event);
                if (refusal.isPresent()) {
                    return Result.refused(refusal.get());
                }
            }
            if (state.left() > 0) {
                bill();
            }
        }
        return pending.isEmpty()
                ? Result.ok(new RepaymentSchedule(terms, rows, prepayments))
                : Result.refused(new ScheduleRefusal.EventOutsideSchedule(
                        pending.getFirst().when(), rows.size()));
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
            case ScheduleEvent.Prepayment prepayment -> prepayment.afterInstalment() == rows.size();
            case ScheduleEvent.Repricing repricing -> repricing.fromInstalment() == rows.size() + 1;
            case ScheduleEvent.PrepaymentOn on -> contains(on.date());
            case ScheduleEvent.RepricingOn on -> contains(on.date());
        };
    }

    private boolean contains(LocalDate date) {
        return !date.isBefore(periodStart) && date.isBefore(due);
    }

    private LocalDate dateOf(ScheduleEvent event) {
        return switch (event) {
            case ScheduleEvent.Prepayment _, ScheduleEvent.Repricing _ -> periodStart;
            case ScheduleEvent.PrepaymentOn on -> on.date();
            case ScheduleEvent.RepricingOn on -> on.date();
        };
    }

    private Optional<ScheduleRefusal> apply(ScheduleEvent event) {
        if (state.left() == 0) {
            return Optional.of(new ScheduleRefusal.EventOutsideSchedule(event.when(), rows.size()));
        }
        accrueTo(dateOf(event));
        return switch (event) {
            case ScheduleEvent.Prepayment(int _, long amount, PrepaymentOption option) -> prepay(amount, option);
            case ScheduleEvent.PrepaymentOn(LocalDate _, long amount, PrepaymentOption option) ->
                prepay(amount, option);
            case ScheduleEvent.Repricing repricing -> {
                state = state.repriced(repricing.annualRate());
                yield Optional.empty();
            }
            case ScheduleEvent.RepricingOn repricing -> {
                state = state.repriced(repricing.annualRate());
                yield Optional.empty();
            }
        };
    }

    private Optional<ScheduleRefusal> prepay(long amount, PrepaymentOption option) {
        return switch (state.prepaid(amount, option)) {
            case Result.Refused<LoanState, ScheduleRefusal>(ScheduleRefusal refusal) -> Optional.of(refusal);
            case Result.Ok<LoanState, ScheduleRefusal>(LoanState after) -> {
                prepayments.add(new Prepaid(rows.size(), accruedTo, amount, accrual.fen(), after.outstanding()));
                accrual = Accrual.NONE;
                state = after;
                yield Optional.empty();
            }
        };
    }

    private void accrueTo(LocalDate date) {
        if (date.isAfter(accruedTo)) {
            accrual = withStretch(date);
            accruedTo = date;
            split = true;
        }
    }

    private Accrual withStretch(LocalDate until) {
        boolean whole = !periodStart.equals(terms.startDate()) || periodStart.equals(dueDates.wholePeriodStart());
        if (whole && conventions.splitPeriod() == SplitPeriod.SHARE_OF_PERIOD) {
            Frequency frequency = conventions.frequency();
            int days = DayCount.ACT_365.days(accruedTo, until);
            int all = DayCount.ACT_365.days(periodStart, due);
            return accrual.plus(
                    state.outstanding(),
                    state.annualRate(),
                    days * frequency.numerator(),
                    all * frequency.denominator());
        }
        DayCount count = conventions.dayCount();
        return accrual.plusDays(state.outstanding(), state.annualRate(), count.days(accruedTo, until), count);
    }

    private void bill() {
        Bill bill = state.bill(interestOfPeriod());
        rows.add(RepaymentSchedule.row(rows.size() + 1, due, bill));
        state = bill.after();
        periodStart = due;
        accruedTo = due;
        accrual = Accrual.NONE;
        split = false;
        due = dueDates.of(rows.size() + 1);
    }

    private long interestOfPeriod() {
        if (split) {
            return withStretch(due).fen();
        }
        return rows.isEmpty()
                ? conventions
                        .firstPeriod()
                        .interest(
                                state.outstanding(),
                                state.annualRate(),
                                terms.startDate(),
                                dueDates,
                                conventions.dayCount())
                : state.wholeInterest();
    }
}
