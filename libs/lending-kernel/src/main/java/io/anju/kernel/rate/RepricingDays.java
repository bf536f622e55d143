package io.anju.kernel.rate;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/**
 * The days on which a floating rate is fixed anew.
 *
 * <p>Repricing day is 1 January or the loan's own (the day of the year on which it was paid out); the cycle is 3, 6 or 12
 * months (中国人民银行公告〔2024〕第11号: the shortest was a year before 1 November 2024). A day that a month lacks is its
 * last.
 *
 * @param anchor a repricing day from which the others are counted
 * @param cycleMonths months from one to the next
 */
public record RepricingDays(LocalDate anchor, int cycleMonths) {

    private static final Set<Integer> CYCLES = Set.of(3, 6, 12);
    private static final int LONGEST = 12;
    private static final LocalDate SHORTER_SINCE = LocalDate.of(2024, Month.NOVEMBER, 1);

    /** Holds only a cycle that is one; use {@link #check} for what comes from outside. */
    public RepricingDays {
        if (!CYCLES.contains(cycleMonths)) {
            throw new IllegalArgumentException("not a repricing cycle: " + cycleMonths + " months");
        }
    }

    /**
     * Repricing days from outside: accepted, or refused with the cycle.
     *
     * @param agreedOn day on which borrower and bank agree on them
     */
    public static Result<RepricingDays, RateRefusal> check(LocalDate anchor, int cycleMonths, LocalDate agreedOn) {
        boolean possible =
                CYCLES.contains(cycleMonths) && (cycleMonths == LONGEST || !agreedOn.isBefore(SHORTER_SINCE));
        return possible
                ? Result.ok(new RepricingDays(anchor, cycleMonths))
                : Result.refused(new RateRefusal.CycleNotPossible(cycleMonths, agreedOn));
    }

    /** Counted from 1 January: with a cycle of 3 also 1 April, 1 July and 1 October. */
    public static RepricingDays fromJanuary(int cycleMonths) {
        return new RepricingDays(LocalDate.of(2000, Month.JANUARY, 1), cycleMonths);
    }

    /** Counted from the day on which the loan was paid out. */
    public static RepricingDays fromStart(LocalDate startDate, int cycleMonths) {
        return new RepricingDays(startDate, cycleMonths);
    }

    /** The first repricing day after a date. */
    public LocalDate after(LocalDate date) {
        long months = (date.getYear() - anchor.getYear()) * 12L + date.getMonthValue() - anchor.getMonthValue();
        long cycles = Math.floorDiv(months, cycleMonths);
        LocalDate day = anchor.plusMonths(cycles * cycleMonths);
        return day.isAfter(date) ? day : anchor.plusMonths((cycles + 1) * cycleMonths);
    }

    /** Whether a date is a repricing day. */
    public boolean includes(LocalDate date) {
        return after(date.minusDays(1)).equals(date);
    }
}
