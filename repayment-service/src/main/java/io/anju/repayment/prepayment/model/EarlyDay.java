package io.anju.repayment.prepayment.model;

import io.anju.kernel.prepay.CompensationRule;
import io.anju.kernel.rate.Interest;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.ScheduleRefusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A day on which principal may be repaid early, and what that costs.
 *
 * <p>民法典 第六百七十七条: 借款人提前返还借款的，除当事人另有约定外，应当按照实际借款的期间计算利息. So the interest of the
 * actual days since the last due date is paid with it. A borrower who has paid the running instalment ahead has paid
 * interest beyond the day: then the interest of the days that remain, on what is repaid now, is given back.
 *
 * @param position where the loan stands; nothing billed is unpaid
 * @param date before the next due date
 */
public record EarlyDay(LoanPosition position, LocalDate date) {

    /** Interest to pay with this principal, fen; negative when it is given back. */
    public long interest(long principal) {
        LocalDate paidTo = position.accruedTo();
        if (date.isBefore(paidTo)) {
            int days = Math.toIntExact(ChronoUnit.DAYS.between(date, paidTo));
            return -Interest.forDays(
                    principal,
                    position.state().annualRate(),
                    days,
                    position.conventions().dayCount());
        }
        return position.interestTo(date);
    }

    /** Compensation by the contract's rule, fen. */
    public long compensation(long principal, CompensationRule rule) {
        return rule.on(principal, position.state().annualRate(), position.startDate(), date);
    }

    /** The loan after it. */
    public LoanPosition after(long principal, Way way) {
        LocalDate effective = date.isBefore(position.accruedTo()) ? position.accruedTo() : date;
        return switch (position.prepaidOn(effective, principal, way.option())) {
            case Result.Ok<LoanPosition.Prepayment, ScheduleRefusal>(LoanPosition.Prepayment prepayment) ->
                prepayment.after();
            case Result.Refused<LoanPosition.Prepayment, ScheduleRefusal>(ScheduleRefusal refusal) ->
                throw new IllegalStateException(refusal.toString());
        };
    }
}
