package io.anju.loan.application.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.Method;
import io.anju.loan.product.model.Conditions;
import io.anju.loan.product.model.RateBasis;
import io.anju.loan.product.model.TrancheKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a month of a tranche costs its borrower at most, which is what an income must bear. */
class ApprovedTrancheTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    /** 100,000.00 yuan at 6 %: 12 months of it cost 8,606.64 or at first 8,833.33, of which 500.00 are interest. */
    @ParameterizedTest
    @CsvSource({
        "EQUAL_INSTALMENT,                    12, 0,  860664",
        "EQUAL_PRINCIPAL,                     12, 0,  883333",
        "INTEREST_ONLY_THEN_EQUAL_INSTALMENT, 36, 24, 860664",
        "INTEREST_ONLY_THEN_EQUAL_PRINCIPAL,  36, 24, 883333",
        "BULLET,                              12, 0,  860664",
    })
    void isMeasuredByItsDearestMonthAndNotByThoseOfInterestAlone(
            Method method, int months, int interestOnly, long dearest) {
        assertEquals(
                dearest,
                tranche(method, months, interestOnly, Frequency.MONTHLY).dearestMonth(DAY));
    }

    @Test
    void thatIsRepaidByFortnightsCostsTwentySixTwelfthsOfOneAMonth() {
        // A = P·r(1+r)^n / ((1+r)^n − 1), r = 6 % · 14 / 360, n = 26.
        BigDecimal rate =
                new BigDecimal("0.06").multiply(new BigDecimal(14)).divide(new BigDecimal(360), MathContext.DECIMAL128);
        BigDecimal growth = rate.add(BigDecimal.ONE).pow(26, MathContext.DECIMAL128);
        BigDecimal instalment = new BigDecimal(10_000_000)
                .multiply(rate)
                .multiply(growth)
                .divide(growth.subtract(BigDecimal.ONE), MathContext.DECIMAL128)
                .setScale(0, RoundingMode.HALF_UP);
        long month = instalment
                .multiply(new BigDecimal(26))
                .divide(new BigDecimal(12), 0, RoundingMode.CEILING)
                .longValueExact();

        var fortnightly = tranche(Method.EQUAL_INSTALMENT, 12, 0, Frequency.FORTNIGHTLY);

        assertEquals(month, fortnightly.dearestMonth(DAY));
        assertEquals(26, fortnightly.terms(DAY, 22).instalments());
        assertEquals(LocalDate.parse("2026-12-06"), fortnightly.terms(DAY, 22).firstDueDate());
    }

    private static ApprovedTranche tranche(Method method, int months, int interestOnly, Frequency frequency) {
        Conditions usual = Conditions.DEFAULT;
        Conventions monthly = usual.conventions();
        var conditions = new Conditions(
                new Conventions(frequency, monthly.firstPeriod(), monthly.splitPeriod(), monthly.dayCount()),
                usual.late(),
                usual.holidays(),
                usual.prepayment(),
                usual.partCollection(),
                usual.repricingDay());
        return new ApprovedTranche(
                TrancheKind.COMMERCIAL,
                10_000_000,
                months,
                method,
                interestOnly,
                new BigDecimal("0.06"),
                BigDecimal.ZERO,
                12,
                RateBasis.FIXED,
                conditions);
    }
}
