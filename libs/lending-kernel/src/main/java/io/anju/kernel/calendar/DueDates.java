package io.anju.kernel.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The dates on which instalments fall due, derived from the first one: instalment 1 is due on {@link #first}.
 *
 * <p>民法典 第二百零二条: 按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。
 * A due day that the month lacks is therefore the month's last, and the next month returns to the due day: day 31 gives
 * 31 January, 28 (or 29) February, 31 March, 30 April.
 *
 * <p>Public holidays do not move these dates unless the contract says so ({@link HolidayRule#DUE_DATE_MOVES}): then each
 * of them moves to the next business day, alone; the one after it is where it was agreed.
 *
 * @param first due date of the first instalment, on the due day or clamped to its month's last
 * @param dueDay day of the month, 1 to 31
 * @param frequency how often
 * @param moving by which dates move; empty where holidays move none
 */
public record DueDates(LocalDate first, int dueDay, Frequency frequency, Optional<BusinessDays> moving) {

    /** Dates that no holiday moves. */
    public DueDates(LocalDate first, int dueDay, Frequency frequency) {
        this(first, dueDay, frequency, Optional.empty());
    }

    /** Refuses a due day that is none, and a first date that is not on it. */
    public DueDates {
        if (dueDay < 1 || dueDay > 31) {
            throw new IllegalArgumentException("no such day of a month: " + dueDay);
        }
        if (frequency != Frequency.FORTNIGHTLY && !fits(first, dueDay)) {
            throw new IllegalArgumentException(first + " is not on due day " + dueDay);
        }
    }

    /**
     * When the first instalment of a loan that starts on a date falls due: on the due day of the month after it, of the
     * third month after it, or one fortnight after it.
     *
     * @param dueDay 1 to 31; of no use to a fortnight
     */
    public static LocalDate firstAfter(LocalDate start, int dueDay, Frequency frequency) {
        return frequency.step(start, 1, dueDay);
    }

    /** Whether a date is the due day of its month, or the month's last where the month lacks that day. */
    public static boolean fits(LocalDate date, int dueDay) {
        return date.getDayOfMonth() == Math.min(dueDay, date.lengthOfMonth());
    }

    /** Whether an instalment may fall due on a date with that due day; a fortnight has no due day. */
    public boolean mayFallOn(LocalDate date, int day) {
        return day >= 1 && day <= 31 && (frequency == Frequency.FORTNIGHTLY || fits(date, day));
    }

    /**
     * Due date of an instalment.
     *
     * @param number from 1
     */
    public LocalDate of(int number) {
        LocalDate agreed = agreed(number);
        return moving.isEmpty() ? agreed : moving.get().onOrAfter(agreed);
    }

    /** The due date of an instalment before any holiday moves it. */
    public LocalDate agreed(int number) {
        return frequency.step(first, number - 1, dueDay);
    }

    /** Whether a holiday moves the due date of that instalment. */
    public boolean isMoved(int number) {
        return moving.isPresent() && !moving.get().isBusinessDay(agreed(number));
    }

    /** The same dates where a contract lets holidays move them, or not. */
    public DueDates under(HolidayRule rule, BusinessDays calendar) {
        return switch (rule) {
            case NOTHING_MOVES, GRACE_MOVES -> new DueDates(first, dueDay, frequency);
            case DUE_DATE_MOVES -> new DueDates(first, dueDay, frequency, Optional.of(calendar));
        };
    }

    /** The date one whole period before the first due date: where a loan starts whose first period is not broken. */
    public LocalDate wholePeriodStart() {
        return agreed(0);
    }

    /**
     * Other dates on which an instalment falls due on that date, and those after it by the new due day. Numbers stay; of
     * earlier instalments these dates say nothing.
     */
    public DueDates moved(int number, LocalDate date, int day) {
        return new DueDates(frequency.step(date, 1 - number, day), day, frequency, moving);
    }
}
