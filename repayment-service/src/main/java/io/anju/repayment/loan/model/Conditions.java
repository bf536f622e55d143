package io.anju.repayment.loan.model;

import io.anju.kernel.arrears.LatePolicy;
import io.anju.kernel.arrears.LateRefusal;
import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.prepay.Compensation;
import io.anju.kernel.prepay.CompensationRule;
import io.anju.kernel.prepay.PrepaymentPolicy;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Conventions;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the contract of a loan says besides its terms: how interest is counted, what lateness and repaying early cost, how
 * it is collected. It came with the approved version of the product, is printed in the contract, and never changes; what
 * the bank offers or configures later says nothing of this loan.
 *
 * @param partCollection whether a debit may take what is there when it is less than the instalment
 * @param repricingDay from which day of the year a floating rate's repricing days are counted
 */
public record Conditions(
        Conventions conventions, Late late, Prepayment prepayment, boolean partCollection, RepricingDay repricingDay) {

    /** No product is repaid by quarters: due days, reminders and repricing are not made for them. */
    public Conditions {
        if (conventions.frequency() == Frequency.QUARTERLY) {
            throw new IllegalArgumentException(
                    "loans are repaid by months or fortnights, not " + conventions.frequency());
        }
    }

    /**
     * What paying late costs, and when it is late.
     *
     * @param rule multiplier of the contract rate, days of grace, day count, compound interest
     * @param holidays what a due date on a public holiday does
     */
    public record Late(LateRule rule, HolidayRule holidays) {

        /** Refuses what the central bank does not allow. */
        public Late {
            rule = new LateRule(plain(rule.multiplier()), rule.graceDays(), rule.dayCount(), rule.compound());
            if (LatePolicy.check(rule, LatePolicy.DEFAULT.misuse(), true, false)
                    instanceof Result.Refused<LatePolicy, LateRefusal>(LateRefusal refusal)) {
                throw new IllegalArgumentException(refusal.toString());
            }
        }

        /** Last day on which paying what is due on a date is in time, before any days of grace. */
        public LocalDate lastDayInTime(LocalDate dueDate, BusinessDays calendar) {
            return holidays.lastDayInTime(dueDate, calendar);
        }
    }

    /**
     * What repaying early costs.
     *
     * @param minimum least principal of a part prepayment, fen; a full one has none
     * @param compensationMonths months from the start of the loan in which compensation is owed; 0 for never
     * @param compensationShare of the principal repaid early, decimal fraction: 0.01 is 1 %
     */
    public record Prepayment(long minimum, int compensationMonths, BigDecimal compensationShare) {

        public Prepayment {
            compensationShare = plain(compensationShare);
            if (minimum < 0
                    || compensationMonths < 0
                    || compensationShare.signum() < 0
                    || compensationShare.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("no such prepayment: " + minimum + " fen, " + compensationMonths
                        + " months, " + compensationShare.toPlainString());
            }
        }

        /** The three as the kernel reckons by them. */
        public PrepaymentPolicy policy() {
            CompensationRule rule = compensationMonths == 0
                    ? new CompensationRule.None()
                    : new CompensationRule.ShareOfPrincipal(compensationMonths, compensationShare);
            return new PrepaymentPolicy(minimum, 0, Compensation.of(rule));
        }
    }

    /** 1.50 and 1.5 are one figure: conditions are equal when they say the same. */
    private static BigDecimal plain(BigDecimal figure) {
        return figure.signum() == 0 ? BigDecimal.ZERO : figure.stripTrailingZeros();
    }
}
