package io.anju.kernel.prepay;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import java.time.LocalDate;

/**
 * What ends the loan on a day (结清金额); amounts in fen.
 *
 * <p>民法典 第六百七十七条: 借款人提前返还借款的，除当事人另有约定外，应当按照实际借款的期间计算利息。
 *
 * @param date on which it is paid; the day itself bears no interest
 * @param overdue everything already overdue with its penalties, paid first
 * @param principal outstanding and not overdue
 * @param interest of the actual days since the last due date
 * @param compensation by the contract's rule
 */
public record Settlement(LocalDate date, long overdue, long principal, long interest, long compensation) {

    /** The one amount to pay. */
    public long total() {
        return overdue + principal + interest + compensation;
    }

    /**
     * The figure for a day of the running period.
     *
     * @param position where the loan stands, overdue instalments not counted in its outstanding principal
     * @param overdue fen owed for earlier instalments on that day, fees, penalties and interest included
     */
    public static Result<Settlement, PrepaymentRefusal> on(
            LocalDate date, LoanPosition position, long overdue, CompensationRule compensation) {
        if (position.state().isSettled() && overdue == 0) {
            return Result.refused(new PrepaymentRefusal.AlreadySettled());
        }
        if (position.state().isSettled()) {
            return Result.ok(new Settlement(date, overdue, 0, 0, 0));
        }
        if (!position.runsOn(date)) {
            return Result.refused(
                    new PrepaymentRefusal.DateNotInPeriod(date, position.accruedTo(), position.nextDue()));
        }
        long principal = position.state().outstanding();
        return Result.ok(new Settlement(
                date,
                overdue,
                principal,
                position.interestTo(date),
                compensation.on(principal, position.state().annualRate(), position.startDate(), date)));
    }
}
