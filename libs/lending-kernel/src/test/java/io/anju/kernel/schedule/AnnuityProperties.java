package io.anju.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import java.math.BigDecimal;
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
