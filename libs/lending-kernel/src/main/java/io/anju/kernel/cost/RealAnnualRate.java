package io.anju.kernel.cost;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.result.Result;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * The real annual rate (年化利率): all that is paid over the principal actually used, as a compound rate per year.
 *
 * <p>中国人民银行公告〔2021〕第3号: 贷款年化利率应以对借款人收取的所有贷款成本与其实际占用的贷款本金的比例计算，并折算为年化形式。
 * … 复利计算方法即内部收益率法。 It must stand more prominently than a daily or monthly figure and in the contract.
 *
 * <p>Definition: the rate i per period that makes the present value of all payments what was received,
 * {@code received = Σ amount / ((1+i)^periods · (1 + i · oddDays / periodDays))}, and from it
 * {@code (1+i)^(periods per year) − 1}, rounded half-up to four decimals (a hundredth of a percent).
 *
 * <p>Worked example: 1,000,000.00 yuan at 3.5 % over 360 months without other costs is 0.0356, since
 * (1 + 0.035/12)^12 = 1.03557. With 10,000.00 of costs at the start it is 0.0364.
 *
 * <p>The root is found by Newton's method: first roughly, with nine digits, then from there with 34, until a step no
 * longer matters. The present value is a falling convex function of i, so that steps lead to the root from wherever they
 * begin.
 */
public final class RealAnnualRate {

    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final MathContext ROUGH = new MathContext(9);
    private static final BigDecimal CLOSE = new BigDecimal("1E-14");
    private static final BigDecimal NEAR = new BigDecimal("1E-7");
    private static final int MAX_STEPS = 100;
    private static final BigDecimal MAX_PER_PERIOD = BigDecimal.TEN;
    private static final int DECIMALS = 4;

    private RealAnnualRate() {}

    /** The rate of those flows, four decimals; refused where no rate from 0 to 1,000 % fits. */
    public static Result<AnnualRate, CostRefusal> of(CashFlows flows) {
        long paid =
                flows.payments().stream().mapToLong(CashFlows.Payment::amount).sum();
        if (flows.received() <= 0 || paid < flows.received()) {
            return Result.refused(new CostRefusal.NoCost(flows.received(), paid));
        }
        BigDecimal rate = perPeriod(flows);
        BigDecimal annual = BigDecimal.ONE
                .add(rate)
                .pow(flows.frequency().perYear(), EXACT)
                .subtract(BigDecimal.ONE)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
        return switch (AnnualRate.parse(annual)) {
            case Result.Ok<AnnualRate, RateRefusal>(AnnualRate value) -> Result.ok(value);
            case Result.Refused<AnnualRate, RateRefusal> _ ->
                Result.refused(new CostRefusal.CostTooHigh(flows.received(), paid));
        };
    }

    private static BigDecimal perPeriod(CashFlows flows) {
        Map<Integer, long[]> byOddDays = byOddDays(flows);
        BigDecimal near = newton(flows, byOddDays, BigDecimal.ZERO, NEAR, ROUGH);
        return newton(flows, byOddDays, near, CLOSE, EXACT);
    }

    /** Steps until one is smaller than asked for; the error left is the order of its square. */
    private static BigDecimal newton(
            CashFlows flows, Map<Integer, long[]> byOddDays, BigDecimal from, BigDecimal smallest, MathContext mc) {
        BigDecimal received = BigDecimal.valueOf(flows.received());
        BigDecimal rate = from;
        for (int step = 0; step < MAX_STEPS && rate.compareTo(MAX_PER_PERIOD) < 0; step++) {
            PresentValue present = presentValue(byOddDays, rate, periodDays(flows.frequency()), mc);
            BigDecimal up =
                    present.value().subtract(received).divide(present.slope().negate(), mc);
            rate = rate.add(up, mc);
            if (up.abs().compareTo(smallest) < 0) {
                break;
            }
        }
        return rate;
    }

    private record PresentValue(BigDecimal value, BigDecimal slope) {}

    /** Horner's scheme per group of equal odd days: value and derivative in one pass. */
    private static PresentValue presentValue(
            Map<Integer, long[]> byOddDays, BigDecimal rate, int periodDays, MathContext mc) {
        BigDecimal discount = BigDecimal.ONE.divide(BigDecimal.ONE.add(rate), mc);
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal slope = BigDecimal.ZERO;
        for (Map.Entry<Integer, long[]> group : byOddDays.entrySet()) {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal derivative = BigDecimal.ZERO;
            long[] amounts = group.getValue();
            for (int period = amounts.length - 1; period >= 0; period--) {
                derivative = derivative.multiply(discount, mc).add(sum, mc);
                sum = sum.multiply(discount, mc).add(BigDecimal.valueOf(amounts[period]), mc);
            }
            BigDecimal part = BigDecimal.valueOf(group.getKey()).divide(BigDecimal.valueOf(periodDays), mc);
            BigDecimal odd = BigDecimal.ONE.add(rate.multiply(part, mc));
            BigDecimal inPeriods =
                    derivative.multiply(discount, mc).multiply(discount, mc).divide(odd, mc);
            BigDecimal inOddDays = sum.multiply(part, mc).divide(odd.multiply(odd, mc), mc);
            value = value.add(sum.divide(odd, mc), mc);
            slope = slope.subtract(inPeriods, mc).subtract(inOddDays, mc);
        }
        return new PresentValue(value, slope);
    }

    private static Map<Integer, long[]> byOddDays(CashFlows flows) {
        int length = 1
                + flows.payments().stream()
                        .mapToInt(CashFlows.Payment::periods)
                        .max()
                        .orElse(0);
        Map<Integer, long[]> groups = new TreeMap<>();
        for (CashFlows.Payment payment : flows.payments()) {
            groups.computeIfAbsent(payment.oddDays(), _ -> new long[length])[payment.periods()] += payment.amount();
        }
        return groups;
    }

    private static int periodDays(Frequency frequency) {
        return switch (frequency) {
            case MONTHLY -> 30;
            case QUARTERLY -> 90;
            case FORTNIGHTLY -> 14;
        };
    }
}
