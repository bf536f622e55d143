package io.anju.kernel.cost;

import static io.anju.kernel.schedule.Loans.ok;
import static io.anju.kernel.schedule.Loans.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Loans;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kernel.schedule.RepaymentSchedule;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kernel.schedule.ScheduleEvent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealAnnualRateTest {

    private static final MathContext MC = new MathContext(50);

    private static AnnualRate of(RepaymentSchedule schedule, long costs) {
        return ok(RealAnnualRate.of(CashFlows.of(List.of(schedule), costs)));
    }

    /** Without other costs it is the monthly rate compounded: (1 + r/12)^12 − 1. */
    @ParameterizedTest
    @CsvSource({
        "0.0350, EQUAL_INSTALMENT, 0.0356",
        "0.0350, EQUAL_PRINCIPAL, 0.0356",
        "0.0350, BULLET, 0.0356",
        "0.0490, EQUAL_INSTALMENT, 0.0501",
        "0.1200, EQUAL_INSTALMENT, 0.1268",
        "0.0000, EQUAL_INSTALMENT, 0.0000"
    })
    void theMonthlyRateCompounded(String rate, Method method, String real) {
        assertEquals(
                real,
                of(RepaymentSchedule.of(Loans.monthly(100_000_000, rate, 360, method)), 0)
                        .text());
    }

    @Test
    void costsAtTheStartRaiseIt() {
        RepaymentSchedule million = RepaymentSchedule.of(Loans.million());
        assertEquals("0.0364", of(million, 1_000_000).text());
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void theRateIsTheOneAtWhichPaymentsAreWorthWhatWasReceived(
            @ForAll @LongRange(min = 100_000, max = 10_000_000_000L) long principal,
            @ForAll @IntRange(min = 1, max = 2_400) int rate,
            @ForAll @IntRange(min = 2, max = 360) int months,
            @ForAll @IntRange(min = 0, max = 10) int percentOfCosts) {
        RepaymentSchedule schedule = RepaymentSchedule.of(
                Loans.monthly(principal, BigDecimal.valueOf(rate, 4).toPlainString(), months, Method.EQUAL_INSTALMENT));
        long costs = principal / 100 * percentOfCosts;
        assertClosesAt(of(schedule, costs).fraction(), schedule, costs);
    }

    /** Found again by other means: the present value at the edges of the rounded rate lies on either side. */
    private static void assertClosesAt(BigDecimal rounded, RepaymentSchedule schedule, long costs) {
        BigDecimal half = new BigDecimal("0.00005");
        BigDecimal received = BigDecimal.valueOf(schedule.terms().principal() - costs);
        assertTrue(presentValue(schedule, rounded.subtract(half)).compareTo(received) >= 0);
        assertTrue(presentValue(schedule, rounded.add(half)).compareTo(received) <= 0);
    }

    private static BigDecimal presentValue(RepaymentSchedule schedule, BigDecimal annual) {
        BigDecimal discount = BigDecimal.ONE.divide(twelfthRoot(annual.add(BigDecimal.ONE)), MC);
        return schedule.instalments().stream()
                .map(row -> BigDecimal.valueOf(row.amount()).multiply(discount.pow(row.number(), MC)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal twelfthRoot(BigDecimal value) {
        BigDecimal low = BigDecimal.ONE;
        BigDecimal high = value;
        for (int i = 0; i < 120; i++) {
            BigDecimal middle = low.add(high).divide(BigDecimal.TWO, MC);
            if (middle.pow(12, MC).compareTo(value) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    @Test
    void aBrokenFirstPeriodIsOfLittleWeight() {
        RepaymentTerms terms = RepaymentTerms.monthly(
                100_000_000,
                AnnualRate.of("0.035"),
                360,
                Method.EQUAL_INSTALMENT,
                LocalDate.parse("2026-03-07"),
                LocalDate.parse("2026-04-20"));
        assertEquals("0.0356", of(RepaymentSchedule.of(terms), 0).text());
    }

    @Test
    void prepayingDoesNotChangeThePriceOfMoneyAndRepricingDoes() {
        RepaymentSchedule prepaid = ok(RepaymentSchedule.of(
                Loans.million(),
                List.of(new ScheduleEvent.PrepaymentOn(
                        LocalDate.parse("2030-06-10"), 20_000_000, PrepaymentOption.SHORTER_TERM))));
        assertEquals("0.0356", of(prepaid, 0).text());
        RepaymentSchedule repriced = ok(
                RepaymentSchedule.of(Loans.million(), List.of(new ScheduleEvent.Repricing(2, AnnualRate.of("0.049")))));
        assertEquals("0.0500", of(repriced, 0).text());
    }

    @Test
    void aCombinedLoanLiesBetweenItsTranches() {
        AnnualRate rate = ok(RealAnnualRate.of(CashFlows.of(
                List.of(
                        RepaymentSchedule.of(Loans.monthly(60_000_000, "0.035", 360, Method.EQUAL_INSTALMENT)),
                        RepaymentSchedule.of(Loans.monthly(40_000_000, "0.026", 360, Method.EQUAL_INSTALMENT))),
                0)));
        assertEquals("0.0319", rate.text());
    }

    @Test
    void thereIsNoneWhenNothingIsReceivedOrTooLittlePaid() {
        RepaymentSchedule million = RepaymentSchedule.of(Loans.million());
        assertEquals(
                "NO_COST",
                refused(RealAnnualRate.of(CashFlows.of(List.of(million), 100_000_000)))
                        .code());
        CashFlows gift = new CashFlows(100, List.of(new CashFlows.Payment(99, 1, 0)), Frequency.MONTHLY);
        assertEquals("NO_COST", refused(RealAnnualRate.of(gift)).code());
        CashFlows usury = new CashFlows(100, List.of(new CashFlows.Payment(1_000_000, 1, 0)), Frequency.MONTHLY);
        assertEquals("COST_TOO_HIGH", refused(RealAnnualRate.of(usury)).code());
    }
}
