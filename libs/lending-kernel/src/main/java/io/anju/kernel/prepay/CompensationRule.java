package io.anju.kernel.prepay;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.Interest;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What repaying early costs besides the interest of the days (违约金): data of the product, printed in the contract.
 *
 * <p>Usual form: something within the first year, nothing after it. Worked example: 1 % within 12 months of a loan that
 * started on 2026-03-07; 200,000.00 yuan repaid on 2027-03-06 cost 2,000.00, on 2027-03-07 nothing.
 */
public sealed interface CompensationRule {

    /** Compensation in fen for principal repaid early on a day, the loan having started on another. */
    long on(long principal, AnnualRate rate, LocalDate startDate, LocalDate date);

    /** No compensation, ever. */
    record None() implements CompensationRule {
        @Override
        public long on(long principal, AnnualRate rate, LocalDate startDate, LocalDate date) {
            return 0;
        }
    }

    /**
     * A share of the principal repaid early, rounded half-up to the fen.
     *
     * @param withinMonths months from the start in which it is owed
     * @param share decimal fraction, {@code 0.01} for 1 %
     */
    record ShareOfPrincipal(int withinMonths, BigDecimal share) implements CompensationRule {
        @Override
        public long on(long principal, AnnualRate rate, LocalDate startDate, LocalDate date) {
            return date.isBefore(startDate.plusMonths(withinMonths))
                    ? Fen.halfUp(BigDecimal.valueOf(principal).multiply(share))
                    : 0;
        }
    }

    /**
     * Some months' interest on the principal repaid early, at the rate in force, rounded half-up to the fen.
     *
     * @param withinMonths months from the start in which it is owed
     * @param months of interest
     */
    record MonthsOfInterest(int withinMonths, int months) implements CompensationRule {
        @Override
        public long on(long principal, AnnualRate rate, LocalDate startDate, LocalDate date) {
            return date.isBefore(startDate.plusMonths(withinMonths))
                    ? Interest.of(principal, rate, months, Frequency.MONTHLY.denominator())
                    : 0;
        }
    }
}
