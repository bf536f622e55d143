package io.anju.kernel.schedule;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A loan as a bank may write it and what may happen to it, by chance: 0 to 24 %, 1 to 480 months, every method. */
record SomeLife(RepaymentTerms terms, List<ScheduleEvent> events) {

    static SomeLife of(Random random) {
        RepaymentTerms terms = someTerms(random);
        List<ScheduleEvent> events = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            events.add(someEvent(terms, random));
        }
        Collections.shuffle(events, random);
        return new SomeLife(terms, List.copyOf(events));
    }

    private static RepaymentTerms someTerms(Random random) {
        Method[] methods = Method.values();
        Method method = methods[random.nextInt(methods.length)];
        int least = method.startsWithInterestOnly() ? 2 : 1;
        int months = random.nextInt(least, 481);
        int interestOnly = method.startsWithInterestOnly() ? random.nextInt(1, Math.min(months, 37)) : 0;
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(800));
        LocalDate start = random.nextInt(4) == 0 ? day.withDayOfMonth(day.lengthOfMonth()) : day;
        boolean whole = random.nextInt(3) == 0;
        LocalDate first = whole ? start.plusMonths(1) : start.plusDays(random.nextInt(1, 62));
        boolean last = first.getDayOfMonth() == first.lengthOfMonth() && random.nextBoolean();
        return new RepaymentTerms(
                random.nextLong(10_000, 1_000_000_000),
                AnnualRate.of(BigDecimal.valueOf(random.nextInt(2_401), 4)),
                months,
                method,
                interestOnly,
                start,
                first,
                last ? 31 : first.getDayOfMonth(),
                new Conventions(
                        Frequency.MONTHLY,
                        FirstPeriod.values()[random.nextInt(2)],
                        SplitPeriod.values()[random.nextInt(2)],
                        DayCount.ACT_360));
    }

    private static ScheduleEvent someEvent(RepaymentTerms terms, Random random) {
        int early = 1 + random.nextInt(random.nextInt(3) == 0 ? 1 : terms.instalments());
        int after = random.nextInt(early);
        LocalDate date = terms.startDate().plusDays(random.nextInt(30 * early));
        long amount = 1 + random.nextLong(1 + terms.principal() / (1 + random.nextInt(40)));
        PrepaymentOption option = PrepaymentOption.values()[random.nextInt(2)];
        AnnualRate rate = random.nextInt(4) == 0
                ? terms.annualRate()
                : AnnualRate.of(BigDecimal.valueOf(random.nextInt(2_401), 4));
        return switch (random.nextInt(8)) {
            case 0 -> new ScheduleEvent.Prepayment(after, amount, option);
            case 1, 2 -> new ScheduleEvent.PrepaymentOn(date, amount, option);
            case 3 -> new ScheduleEvent.Repricing(after + 1, rate);
            case 4, 5 -> new ScheduleEvent.RepricingOn(date, rate);
            default -> new ScheduleEvent.PlanChangedOn(date, someChange(date, terms, random));
        };
    }

    private static PlanChange someChange(LocalDate date, RepaymentTerms terms, Random random) {
        LocalDate nextDue = date.plusDays(1 + random.nextInt(31));
        return switch (random.nextInt(4)) {
            case 0 -> new PlanChange.MethodTo(Method.values()[random.nextInt(Method.values().length)]);
            case 1 -> new PlanChange.TermTo(1 + random.nextInt(terms.instalments()));
            case 2 -> new PlanChange.Relief(1 + random.nextInt(24));
            default -> new PlanChange.DueDayTo(nextDue, nextDue.getDayOfMonth());
        };
    }
}
