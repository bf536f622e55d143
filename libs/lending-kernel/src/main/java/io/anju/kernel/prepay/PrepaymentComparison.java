package io.anju.kernel.prepay;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.Outlook;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kernel.schedule.ScheduleRefusal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A part prepayment worked out both ways, beside what happens without it; amounts in fen.
 *
 * <p>Worked example, 1,000,000.00 yuan at 3.5 % over 360 months, 200,000.00 repaid right after instalment 60. Without it
 * 300 instalments of 4,490.45 and 450,162.55 of interest are to come. Smaller instalment: 300 of 3,489.20, 100,373.58
 * of interest saved. Shorter term: 207 of 4,490.45, 217,781.46 saved.
 *
 * @param date on which it is paid
 * @param overdue paid first
 * @param interest of the actual days since the last due date, on all that is outstanding; negative where interest paid
 *     ahead is given back on the principal
 * @param principal repaid early
 * @param compensation by the contract's rule
 * @param unchanged what is to come without it
 * @param smallerInstalment what is to come with it, the number of instalments kept; empty where the rest is so small that
 *     some of them would have nothing to repay
 * @param shorterTerm what is to come with it, the instalment kept; empty for a bullet
 */
public record PrepaymentComparison(
        LocalDate date,
        long overdue,
        long interest,
        long principal,
        long compensation,
        Outlook unchanged,
        Optional<Outlook> smallerInstalment,
        Optional<Outlook> shorterTerm) {

    /** The one amount to pay on the date. */
    public long total() {
        return overdue + interest + principal + compensation;
    }

    /** Interest saved by a way of going on, the days' interest paid now counted and the compensation not. */
    public long interestSaved(Outlook outlook) {
        return unchanged.interest() - interest - outlook.interest();
    }

    /**
     * Both ways for a day.
     *
     * @param principal to repay early, fen; less than all that is outstanding
     */
    public static Result<PrepaymentComparison, PrepaymentRefusal> on(
            EarlyDay day, long principal, PrepaymentPolicy policy) {
        Optional<PrepaymentRefusal> refusal = findRefusal(day, principal, policy);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        return day.interest(principal)
                .map(interest -> new PrepaymentComparison(
                        day.date(),
                        day.overdue(),
                        interest,
                        principal,
                        day.compensation(principal, policy),
                        Outlook.of(day.position()),
                        find(day, principal, PrepaymentOption.SMALLER_INSTALMENT)
                                .filter(PrepaymentComparison::repaysThroughout)
                                .map(Outlook::of),
                        find(day, principal, PrepaymentOption.SHORTER_TERM).map(Outlook::of)));
    }

    private static Optional<PrepaymentRefusal> findRefusal(EarlyDay day, long principal, PrepaymentPolicy policy) {
        long outstanding = day.position().state().outstanding();
        if (outstanding == 0) {
            return Optional.of(new PrepaymentRefusal.AlreadySettled());
        }
        if (principal >= outstanding) {
            return Optional.of(new PrepaymentRefusal.NotPartial(outstanding, principal));
        }
        long minimum = Math.max(1, policy.minimum());
        if (principal < minimum) {
            return Optional.of(new PrepaymentRefusal.BelowMinimum(minimum, principal));
        }
        return day.findRefusal(policy);
    }

    private static Optional<LoanPosition> find(EarlyDay day, long principal, PrepaymentOption option) {
        return switch (day.after(principal, option)) {
            case Result.Ok<LoanPosition, ScheduleRefusal>(LoanPosition after) -> Optional.of(after);
            case Result.Refused<LoanPosition, ScheduleRefusal> _ -> Optional.empty();
        };
    }

    /**
     * Whether every instalment that is to repay does. Of a few fen over many instalments rounding leaves some with nothing:
     * 52 fen over 300 are 0 each, 300 fen are 2 each and gone after half of them.
     */
    private static boolean repaysThroughout(LoanPosition after) {
        return after.state().method() == Method.BULLET
                || after.remaining().stream()
                        .skip(after.state().interestOnlyLeft())
                        .allMatch(row -> row.principal() > 0);
    }
}
