package io.anju.kernel.rate;

import static io.anju.kernel.schedule.Loans.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class InterestProperties {

    /** Small and huge products take different paths through the code and must meet in the same fen. */
    @Property
    void isPrincipalTimesRateTimesTimeRoundedHalfUp(
            @ForAll @LongRange(min = 0, max = Fen.MAX) long principal,
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long rate,
            @ForAll @IntRange(min = 0, max = 40_000) int days) {
        AnnualRate annual = AnnualRate.of(BigDecimal.valueOf(rate, 10));
        BigDecimal exact = BigDecimal.valueOf(principal)
                .multiply(annual.fraction())
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(360), 0, RoundingMode.HALF_UP);
        assertEquals(exact.longValueExact(), Interest.forDays(principal, annual, days, DayCount.ACT_360));
        assertEquals(
                exact.longValueExact(),
                Accrual.NONE.plusDays(principal, annual, days, DayCount.ACT_360).fen());
    }

    /** By reciprocal or by division, small products and huge ones: the same fen. */
    @Property(tries = 5_000)
    void ofAWholePeriodIsTheSameWithoutDividing(
            @ForAll @LongRange(min = 0, max = Fen.MAX) long principal,
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long rate,
            @ForAll @IntRange(min = 0, max = 10) int scale,
            @ForAll Frequency frequency) {
        BigDecimal fraction = BigDecimal.valueOf(rate, 10).setScale(scale, RoundingMode.DOWN);
        AnnualRate annual = AnnualRate.of(fraction);
        assertEquals(
                Interest.forPeriod(principal, annual, frequency),
                PeriodRate.of(annual, frequency).interestOn(principal));
    }

    @Property
    void gatheredInStretchesItIsRoundedOnce(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long principal,
            @ForAll @IntRange(min = 0, max = 31) int before,
            @ForAll @IntRange(min = 0, max = 31) int after) {
        AnnualRate rate = AnnualRate.of("0.0395");
        long split = Accrual.NONE
                .plusDays(principal, rate, before, DayCount.ACT_360)
                .plusDays(principal, rate, after, DayCount.ACT_360)
                .fen();
        assertEquals(Interest.forDays(principal, rate, before + after, DayCount.ACT_360), split);
    }

    @Property
    void anAccrualStoredAndReadBackIsTheSame(
            @ForAll @LongRange(min = 0, max = Fen.MAX) long principal, @ForAll @IntRange(min = 0, max = 400) int days) {
        Accrual accrual = Accrual.NONE
                .plusDays(principal, AnnualRate.of("0.0395"), days, DayCount.ACT_360)
                .plusDays(principal, AnnualRate.of("0.036"), days, DayCount.ACT_365);
        assertEquals(accrual, Accrual.of(accrual.numerator(), accrual.denominator()));
        assertEquals(accrual, accrual.plusDays(principal, AnnualRate.ZERO, days, DayCount.ACT_360));
    }

    @Example
    void aMonthIsATwelfth() {
        assertEquals(291_667, Interest.forPeriod(100_000_000, AnnualRate.of("0.035"), Frequency.MONTHLY));
        assertEquals(875_000, Interest.forPeriod(100_000_000, AnnualRate.of("0.035"), Frequency.QUARTERLY));
        assertEquals(136_111, Interest.forPeriod(100_000_000, AnnualRate.of("0.035"), Frequency.FORTNIGHTLY));
    }

    @Example
    void ratesKnowTheirLimitsAndTheirText() {
        assertEquals("0.0350", AnnualRate.of("0.035").text());
        assertEquals("0.03125", AnnualRate.of("0.031250").text());
        assertEquals(AnnualRate.of("0.035"), AnnualRate.of("0.03500"));
        assertEquals(
                "RATE_OUT_OF_RANGE",
                refused(AnnualRate.parse(new BigDecimal("-0.01"))).code());
        assertEquals(
                "RATE_OUT_OF_RANGE",
                refused(AnnualRate.parse(new BigDecimal("1E-11"))).code());
        assertEquals(
                "RATE_OUT_OF_RANGE",
                refused(AnnualRate.parse(new BigDecimal("1E9999"))).code());
        assertThrows(IllegalArgumentException.class, () -> AnnualRate.of("11"));
        assertThrows(IllegalArgumentException.class, () -> Interest.forPeriod(-1, AnnualRate.ZERO, Frequency.MONTHLY));
    }
}
