package io.anju.kernel.prepay;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kernel.schedule.ScheduleRefusal;
import java.time.LocalDate;
import java.util.List;
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
 * @param interest of the actual days since the last due date, on all that is outstanding
 * @param principal repaid early
 * @param compensation by the contract's rule
 * @param unchanged what is to come without it
 * @param smallerInstalment what is to come with it, the number of instalments kept
 * @param shorterTerm what is to come with it, the instalment kept; empty for a bullet
 */
public record PrepaymentComparison(
        LocalDate date,
        long overdue,
        long interest,
        long principal,
        long compensation,
        Outlook unchanged,
        Outlook smallerInstalment,
        Optional<Outlook> shorterTerm) {

    /**
     * What is to come.
     *
     * @param instalments how many
     * @param nextInstalment amount of the next one, which may carry the rest of a split period
     * @param levelInstalment amount of the one after it; of the next one when it is the last
     * @param lastInstalment amount of the last one
     * @param lastDueDate when the loan ends
     * @param interest of all of them
     */
    public record Outlook(
            int instalments,
            long nextInstalment,
            long levelInstalment,
            long lastInstalment,
            LocalDate lastDueDate,
            long interest) {

        static Outlook of(LoanPosition position) {
            List<Instalment> rows = position.remaining();
            return new Outlook(
                    rows.size(),
                    rows.getFirst().amount(),
                    rows.get(Math.min(1, rows.size() - 1)).amount(),
                    rows.getLast().amount(),
                    rows.getLast().dueDate(),
                    rows.stream().mapToLong(Instalment::interest).sum());
        }
    }

    /** The one amount to pay on the date. */
    public long total() {
        return overdue + interest + principal + compensation;
    }

    /** Interest saved by a way of going on, the days' interest paid now counted and the compensation not. */
    public long interestSaved(Outlook outlook) {
        return unchanged.interest() - interest - outlook.interest();
    }

    /**
     * Both ways for a day of the running period.
     *
     * @param position where the loan stands, nothing overdue in its outstanding principal
     * @param principal to repay early, fen; less than all that is outstanding
     * @param overdue fen owed for earlier instalments on that day
     */
    public static Result<PrepaymentComparison, PrepaymentRefusal> on(
            LocalDate date, LoanPosition position, long principal, long overdue, PrepaymentPolicy policy) {
        if (position.state().isSettled()) {
            return Result.refused(new PrepaymentRefusal.AlreadySettled());
        }
        long outstanding = position.state().outstanding();
        if (principal >= outstanding) {
            return Result.refused(new PrepaymentRefusal.NotPartial(outstanding, principal));
        }
        if (principal < Math.max(1, policy.minimum())) {
            return Result.refused(new PrepaymentRefusal.BelowMinimum(policy.minimum(), principal));
        }
        if (!position.runsOn(date)) {
            return Result.refused(
                    new PrepaymentRefusal.DateNotInPeriod(date, position.accruedTo(), position.nextDue()));
        }
        long compensation =
                policy.compensation().on(principal, position.state().annualRate(), position.startDate(), date);
        return Result.ok(new PrepaymentComparison(
                date,
                overdue,
                position.interestTo(date),
                principal,
                compensation,
                Outlook.of(position),
                outlook(position, date, principal, PrepaymentOption.SMALLER_INSTALMENT)
                        .orElseThrow(),
                outlook(position, date, principal, PrepaymentOption.SHORTER_TERM)));
    }

    private static Optional<Outlook> outlook(
            LoanPosition position, LocalDate date, long principal, PrepaymentOption option) {
        return switch (position.prepaidOn(date, principal, option)) {
            case Result.Ok<LoanPosition.Prepayment, ScheduleRefusal>(LoanPosition.Prepayment prepayment) ->
                Optional.of(Outlook.of(prepayment.after()));
            case Result.Refused<LoanPosition.Prepayment, ScheduleRefusal> _ -> Optional.empty();
        };
    }
}
