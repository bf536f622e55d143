package io.anju.repayment.change.model;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.Outlook;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.RateBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a change would come to, side by side.
 *
 * @param eligibility the conditions, all of them met but those that officers have granted an exception from
 */
public record ChangeOffer(ChangeQuote quote, List<Check> eligibility, Terms before, Terms after) {

    public ChangeOffer {
        eligibility = List.copyOf(eligibility);
    }

    /** Terms of a loan and what is to come under them. */
    public record Terms(
            Method method,
            Frequency frequency,
            int dueDay,
            LocalDate nextDue,
            AnnualRate rate,
            RateBasis basis,
            Optional<LocalDate> nextRepricing,
            Outlook outlook) {

        /** Those of a loan as it stands. */
        public static Terms of(Loan.Active loan) {
            return new Terms(
                    loan.position().state().method(),
                    loan.position().state().frequency(),
                    loan.position().dueDates().dueDay(),
                    loan.position().nextDue(),
                    loan.position().state().annualRate(),
                    loan.agreement().basis(),
                    loan.nextRepricing(),
                    Outlook.of(loan.position()));
        }
    }

    /** Interest that is paid more, fen; negative for less. */
    public long interestDifference() {
        return after.outlook().interest() - before.outlook().interest();
    }
}
