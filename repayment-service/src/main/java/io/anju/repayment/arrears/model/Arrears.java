package io.anju.repayment.arrears.model;

import io.anju.kernel.arrears.Ageing;
import io.anju.kernel.arrears.LoanClass;
import io.anju.repayment.collection.model.Bill;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How late a loan is on a day, as far as days decide. It follows from the loan's bills alone, so that it can be worked out
 * for any of its days again.
 *
 * <p>Example: an instalment due on 20 January is paid on 30 April, 100 days late. The loan was substandard from 21 April on
 * and stays so, watched since 30 April, until 30 October, if two instalments were paid in time by then.
 *
 * <p>Days count from an instalment's last day in time, which is its due date unless that was a holiday, once its grace is over:
 * due on Friday 1 October 2027 and in time until Monday 4 October, it is four days overdue on the 8th.
 *
 * @param since due date of the oldest instalment that is overdue
 * @param cure where nothing is overdue any more, and the class is still what it was
 */
public record Arrears(
        int daysOverdue, Optional<LocalDate> since, Ageing ageing, LoanClass loanClass, Optional<Cure> cure) {

    /** Nothing overdue and nothing to be watched. */
    public static final Arrears NONE =
            new Arrears(0, Optional.empty(), Ageing.CURRENT, LoanClass.NORMAL, Optional.empty());

    /**
     * Works it out.
     *
     * @param bills all of the loan, oldest first
     */
    public static Arrears of(List<? extends Bill> bills, LocalDate today, CureRule rule) {
        List<Delay> delays = bills.stream().map(bill -> Delay.of(bill, today)).toList();
        Optional<Delay> oldest = delays.stream().filter(Delay::isOverdue).findFirst();
        Optional<LocalDate> watchedSince = watchedSince(delays, rule);
        if (oldest.isPresent()) {
            return overdue(oldest.get(), watchedSince.isPresent());
        }
        return watchedSince
                .filter(since -> cureOf(since, delays, rule)
                        .filter(day -> !day.isAfter(today))
                        .isEmpty())
                .map(since -> watched(since, delays, rule))
                .orElse(NONE);
    }

    /** What is overdue before a loan is cured does not make it better. */
    private static Arrears overdue(Delay oldest, boolean wasWatched) {
        LoanClass byDays = LoanClass.ofDays(oldest.days(), false);
        LoanClass atLeast = wasWatched ? LoanClass.SUBSTANDARD : LoanClass.NORMAL;
        return new Arrears(
                oldest.days(),
                Optional.of(oldest.dueDate()),
                Ageing.ofDays(oldest.days()),
                byDays.compareTo(atLeast) < 0 ? atLeast : byDays,
                Optional.empty());
    }

    private static Arrears watched(LocalDate since, List<Delay> delays, CureRule rule) {
        int toGo = Math.max(0, rule.instalments() - inTimeSince(since, delays).size());
        return new Arrears(
                0,
                Optional.empty(),
                Ageing.CURRENT,
                LoanClass.SUBSTANDARD,
                Optional.of(new Cure(since, since.plusMonths(rule.months()), toGo)));
    }

    /** Since when the loan is watched, cured or not: the last late payment of those that were not cured before it. */
    private static Optional<LocalDate> watchedSince(List<Delay> delays, CureRule rule) {
        Optional<LocalDate> since = Optional.empty();
        List<Delay> late = delays.stream()
                .filter(Delay::wasLate)
                .sorted(Comparator.comparing(Delay::until))
                .toList();
        for (Delay delay : late) {
            boolean curedBefore = since.flatMap(day -> cureOf(day, delays, rule))
                    .filter(cured -> !cured.isAfter(delay.lastInTime()))
                    .isPresent();
            if (delay.isNonPerforming() || since.isPresent() && !curedBefore) {
                since = Optional.of(delay.until());
            } else if (curedBefore) {
                since = Optional.empty();
            }
        }
        return since;
    }

    /** The day of the cure, if enough was paid in time. */
    private static Optional<LocalDate> cureOf(LocalDate since, List<Delay> delays, CureRule rule) {
        LocalDate notBefore = since.plusMonths(rule.months());
        List<LocalDate> inTime = inTimeSince(since, delays);
        if (inTime.size() < rule.instalments()) {
            return Optional.empty();
        }
        return Optional.of(rule.instalments() == 0 ? notBefore : max(notBefore, inTime.get(rule.instalments() - 1)));
    }

    /** When the instalments since then that were paid in time were, and none of them was due before. */
    private static List<LocalDate> inTimeSince(LocalDate since, List<Delay> delays) {
        return delays.stream()
                .filter(delay -> delay.dueDate().isAfter(since) && delay.isPaid() && !delay.wasLate())
                .map(delay -> max(delay.until(), delay.dueDate()))
                .sorted()
                .toList();
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * One instalment's.
     *
     * @param from day from which it counts
     * @param lastInTime the last one of its grace
     * @param until the day on which it was paid, or today
     */
    private record Delay(LocalDate dueDate, LocalDate from, LocalDate lastInTime, LocalDate until, boolean isPaid) {

        static Delay of(Bill bill, LocalDate today) {
            LocalDate due = bill.facts().dueDate();
            LocalDate from = bill.facts().lastInTime();
            LocalDate lastInTime = bill.facts().lastOfGrace();
            return switch (bill) {
                case Bill.Paid paid -> new Delay(due, from, lastInTime, paid.on(), true);
                case Bill.Unpaid unpaid -> new Delay(due, from, lastInTime, today, false);
            };
        }

        boolean wasLate() {
            return until.isAfter(lastInTime);
        }

        boolean isOverdue() {
            return !isPaid && wasLate();
        }

        int days() {
            return wasLate() ? Math.toIntExact(ChronoUnit.DAYS.between(from, until)) : 0;
        }

        boolean isNonPerforming() {
            return LoanClass.ofDays(days(), false).compareTo(LoanClass.SUBSTANDARD) >= 0;
        }
    }
}
