package io.anju.repayment.duerun.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * That borrowers are to be reminded of what falls due so many days after a date.
 *
 * @param date on which they are, or were to be, reminded
 */
public record Reminder(LocalDate date, int daysBefore) {

    /**
     * What is to be told by a day and is still ahead, one for each due date: of several that are due by then, the latest.
     * With reminders 3 days and 1 day before, on the 10th that is of the 11th (today's), of the 12th (yesterday's, which is
     * told only when it was missed) and of the 13th (today's).
     *
     * @param daysBefore how many days before a due date there is a reminder
     */
    public static List<Reminder> dueBy(LocalDate today, Collection<Integer> daysBefore) {
        var all = new TreeSet<>(daysBefore);
        return IntStream.rangeClosed(1, all.isEmpty() ? 0 : all.last())
                .mapToObj(daysLeft -> {
                    // The last is no less than any, so that there is one.
                    int days = all.tailSet(daysLeft).first();
                    return new Reminder(today.minusDays(days - daysLeft), days);
                })
                .toList();
    }

    /** On which the instalments fall due. */
    public LocalDate dueDate() {
        return date.plusDays(daysBefore);
    }

    /** How many days are left then. */
    public int daysLeftOn(LocalDate today) {
        return (int) ChronoUnit.DAYS.between(today, dueDate());
    }
}
