package io.anju.kernel.cost;

import static io.anju.kernel.schedule.Loans.ok;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Loans;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentSchedule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The rate found again by other means: present values by powers, the monthly rate by halving. */
class RealAnnualRateProperties {

    private static final MathContext MC = new MathContext(50);

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void theRateIsTheOneAtWhichPaymentsAreWorthWhatWasReceived(
            @ForAll @LongRange(min = 100_000, max = 10_000_000_000L) long principal,
            @ForAll @IntRange(min = 1, max = 2_400) int rate,
            @ForAll @IntRange(min = 2, max = 360) int months,
            @ForAll @IntRange(min = 0, max = 10) int percentOfCosts) {
        RepaymentSchedule schedule = RepaymentSchedule.of(
                Loans.monthly(principal, BigDecimal.valueOf(rate, 4).toPlainString(), months, Method.EQUAL_INSTALMENT));
        long costs = principal / 100 * percentOfCosts;
        AnnualRate real = ok(CashFlows.of(List.of(schedule), costs).flatMap(RealAnnualRate::of));
        assertClosesAt(real.fraction(), schedule, costs);
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
}
