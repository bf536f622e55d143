package io.anju.loan.quote.model;

import io.anju.kernel.cost.CashFlows;
import io.anju.kernel.cost.CostRefusal;
import io.anju.kernel.cost.RealAnnualRate;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.CombinedSchedule;
import io.anju.kernel.schedule.RepaymentSchedule;
import io.anju.kernel.schedule.ScheduleRefusal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a loan would cost: the schedule of each tranche, and all of them together.
 *
 * <p>The figures come from the same code as the bill later does; a quote is not an estimate of it.
 *
 * @param interestSaved fen of interest less than without the events; 0 without events
 */
public record Quote(List<Line> tranches, AnnualRate realAnnualRate, long interestSaved) {

    public Quote {
        tranches = List.copyOf(tranches);
    }

    /** One tranche's schedule with its real annual rate. */
    public record Line(RepaymentSchedule schedule, AnnualRate realAnnualRate) {}

    /** Calculates; nothing here depends on today. */
    public static Result<Quote, QuoteRefusal> of(List<QuoteTranche> tranches) {
        List<RepaymentSchedule> schedules = new ArrayList<>();
        for (int i = 0; i < tranches.size(); i++) {
            switch (RepaymentSchedule.of(
                    tranches.get(i).terms(), tranches.get(i).events())) {
                case Result.Ok<RepaymentSchedule, ScheduleRefusal>(RepaymentSchedule schedule) ->
                    schedules.add(schedule);
                case Result.Refused<RepaymentSchedule, ScheduleRefusal>(ScheduleRefusal reason) -> {
                    return Result.refused(new QuoteRefusal.EventRefused(i, reason));
                }
            }
        }
        return lines(schedules)
                .flatMap(lines -> rate(schedules).map(all -> new Quote(lines, all, saved(tranches, schedules))));
    }

    private static Result<List<Line>, QuoteRefusal> lines(List<RepaymentSchedule> schedules) {
        Result<List<Line>, QuoteRefusal> lines = Result.ok(List.of());
        for (RepaymentSchedule schedule : schedules) {
            lines = lines.flatMap(before ->
                    rate(List.of(schedule)).map(rate -> plus(before, new Line(schedule, rate))));
        }
        return lines;
    }

    private static List<Line> plus(List<Line> lines, Line line) {
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        return more;
    }

    private static Result<AnnualRate, QuoteRefusal> rate(List<RepaymentSchedule> schedules) {
        return switch (CashFlows.of(schedules, 0).flatMap(RealAnnualRate::of)) {
            case Result.Ok<AnnualRate, CostRefusal>(AnnualRate rate) -> Result.ok(rate);
            case Result.Refused<AnnualRate, CostRefusal>(CostRefusal reason) ->
                Result.refused(new QuoteRefusal.NoRate(reason));
        };
    }

    private static long saved(List<QuoteTranche> tranches, List<RepaymentSchedule> schedules) {
        long without = tranches.stream()
                .filter(tranche -> !tranche.events().isEmpty())
                .mapToLong(tranche -> RepaymentSchedule.of(tranche.terms()).totalInterest())
                .sum();
        long with = 0;
        for (int i = 0; i < tranches.size(); i++) {
            if (!tranches.get(i).events().isEmpty()) {
                with += schedules.get(i).totalInterest();
            }
        }
        return without - with;
    }

    /** All tranches together, each at its own rate: they are added up and never blended. */
    public CombinedSchedule combined() {
        return new CombinedSchedule(tranches.stream().map(Line::schedule).toList());
    }

    /** Fen of the first instalments, all tranches together. */
    public long firstInstalment() {
        return tranches.stream()
                .mapToLong(line -> line.schedule().first().amount())
                .sum();
    }
}
