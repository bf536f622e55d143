package io.anju.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.PeriodRate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalInt;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class AnnuityProperties {

    @Property(tries = 300)
    void theNumberOfInstalmentsIsWhatPayingThemOffTakes(
            @ForAll @LongRange(min = 1_000, max = 1_000_000_000L) long principal,
            @ForAll @IntRange(min = 0, max = 2_400) int rate,
            @ForAll @LongRange(min = 100, max = 100_000_000) long instalment) {
        BigDecimal annual = BigDecimal.valueOf(rate, 4);
        Assume.that(BigDecimal.valueOf(principal)
                        .multiply(annual)
                        .compareTo(BigDecimal.valueOf(12 * instalment).multiply(new BigDecimal("0.99")))
                < 0);
        Assume.that(principal / instalment < 1_000);
        int expected = NaiveEngine.periods(BigDecimal.valueOf(principal, 2), annual, BigDecimal.valueOf(instalment, 2));
        assertEquals(
                OptionalInt.of(expected),
                Annuity.periods(principal, AnnualRate.of(annual), Frequency.MONTHLY, instalment, 100_000));
    }

    /** Any principal the kernel takes, rates from the smallest to 1,000 %, terms beyond any product's. */
    @Property(tries = 5_000)
    void fixedPointAndFractionAgreeToTheFen(
            @ForAll @LongRange(min = 0, max = Fen.MAX) long principal,
            @ForAll @LongRange(min = 1, max = 100_000_000_000L) long units,
            @ForAll @IntRange(min = 1, max = 1_200) int periods,
            @ForAll Frequency frequency) {
        assertExact(principal, BigDecimal.valueOf(units, 10), frequency, periods);
    }

    @Property(tries = 5_000)
    void soTheyDoForTheRatesOfLoans(
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long principal,
            @ForAll @IntRange(min = 1, max = 2_400) int rate,
            @ForAll @IntRange(min = 1, max = 480) int periods) {
        assertExact(principal, BigDecimal.valueOf(rate, 4), Frequency.MONTHLY, periods);
    }

    /** One instalment of 12 % a year is principal and a hundredth: exactly half a fen at 50, 150 … */
    @Property(tries = 200)
    void soTheyDoAtExactlyHalfAFen(@ForAll @LongRange(min = 0, max = 1_000_000_000L) long hundreds) {
        long principal = 100 * hundreds + 50;
        assertEquals(101 * hundreds + 51, Annuity.instalment(principal, AnnualRate.of("0.12"), Frequency.MONTHLY, 1));
    }

    private static void assertExact(long principal, BigDecimal rate, Frequency frequency, int periods) {
        AnnualRate annual = AnnualRate.of(rate);
        assertEquals(
                Annuity.exactInstalment(principal, PeriodRate.of(annual, frequency), periods),
                Annuity.instalment(principal, annual, frequency, periods));
        if (frequency == Frequency.MONTHLY) {
            assertEquals(
                    NaiveEngine.instalment(BigDecimal.valueOf(principal, 2), rate, periods),
                    BigDecimal.valueOf(Annuity.instalment(principal, annual, frequency, periods), 2));
        }
    }

    /** The bound of the proof, against a thousand digits. */
    @Property(tries = 500)
    void aDiscountIsTooSmallByLessThanItsBound(
            @ForAll @LongRange(min = 1, max = 100_000_000_000L) long units,
            @ForAll @IntRange(min = 1, max = 1_200) int periods,
            @ForAll Frequency frequency) {
        PeriodRate r = PeriodRate.of(AnnualRate.of(BigDecimal.valueOf(units, 10)), frequency);
        MathContext digits = new MathContext(200);
        BigDecimal exact = BigDecimal.valueOf(r.denominator())
                .divide(BigDecimal.valueOf(r.numerator() + r.denominator()), digits)
                .pow(periods, digits)
                .multiply(new BigDecimal(Discount.ONE));
        BigDecimal missing = exact.subtract(new BigDecimal(Discount.of(r, periods)));
        assertTrue(
                missing.signum() >= 0 && missing.compareTo(BigDecimal.valueOf(4L * periods - 3)) <= 0,
                () -> "%s at %s over %s".formatted(missing, r, periods));
    }

    @Example
    void theFormulaOfTheShorterTerm() {
        assertEquals(
                OptionalInt.of(207),
                Annuity.periods(69_697_052, AnnualRate.of("0.035"), Frequency.MONTHLY, 449_045, 300));
    }

    @Example
    void noNumberIsEnoughWhenTheInstalmentIsTheInterest() {
        assertEquals(
                OptionalInt.empty(),
                Annuity.periods(12_000_000, AnnualRate.of("0.12"), Frequency.MONTHLY, 120_000, 1_200));
        assertEquals(OptionalInt.empty(), Annuity.periods(12_000_000, AnnualRate.ZERO, Frequency.MONTHLY, 0, 1_200));
        assertEquals(OptionalInt.empty(), Annuity.periods(12_000_000, AnnualRate.ZERO, Frequency.MONTHLY, 100, 1_200));
    }
}
