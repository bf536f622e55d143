package io.anju.kernel.prepay;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What ends the loan on a day (结清金额); amounts in fen.
 *
 * @param date on which it is paid
 * @param overdue everything already overdue with its penalties, paid first
 * @param principal outstanding and not overdue
 * @param interest of the actual days since the last due date; negative where interest paid ahead is given back
 * @param compensation by the contract's rule
 */
public record Settlement(LocalDate date, long overdue, long principal, long interest, long compensation) {

    /** The one amount to pay. */
    public long total() {
        return overdue + principal + interest + compensation;
    }

    /** The figure for a day; refused when nothing is owed, or the day is not a possible one. */
    public static Result<Settlement, PrepaymentRefusal> on(EarlyDay day, PrepaymentPolicy policy) {
        if (day.position().state().isSettled()) {
            return day.overdue() == 0
                    ? Result.refused(new PrepaymentRefusal.AlreadySettled())
                    : Result.ok(new Settlement(day.date(), day.overdue(), 0, 0, 0));
        }
        Optional<PrepaymentRefusal> refusal = day.findRefusal(policy);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        long principal = day.position().state().outstanding();
        return day.interest(principal)
                .map(interest -> new Settlement(
                        day.date(), day.overdue(), principal, interest, day.compensation(principal, policy)));
    }
}
