package io.anju.kernel.arrears;

import static io.anju.kernel.schedule.Loans.ok;
import static io.anju.kernel.schedule.Loans.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.rate.AnnualRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Principal 1,573.78 and interest 2,916.67 due on 20 January 2027; penalty rate 5.25 %. */
class LateAccrualTest {

    private static final LocalDate DUE = LocalDate.parse("2027-01-20");
    private static final AnnualRate PENALTY = AnnualRate.of("0.0525");
    private static final LateRule THREE_DAYS = new LateRule(new BigDecimal("1.5"), 3, DayCount.ACT_360, true);
    private static final BigDecimal TWICE = new BigDecimal("2.0");

    private static LateAccrual due(LatePolicy policy) {
        return LateAccrual.due(7, DUE, 157_378, 291_667, PENALTY, policy);
    }

    private static LateAccrual due(boolean graceIsFree) {
        return due(new LatePolicy(THREE_DAYS, TWICE, graceIsFree, false));
    }

    private static LateAccrual after(LateAccrual accrual, LateStep... steps) {
        LateAccrual now = accrual;
        for (LateStep step : steps) {
            now = ok(now.after(step, AllocationRule.DEFAULT));
        }
        return now;
    }

    private static LateStep.Paid paid(int day, long amount) {
        return new LateStep.Paid(DUE.plusDays(day), amount);
    }

    private static Owed owed(LateAccrual accrual, int day) {
        return ok(accrual.owedOn(DUE.plusDays(day)));
    }

    @Test
    void aPartPaymentInGraceDoesNotEndIt() {
        LateAccrual part = after(due(true), paid(2, 200_000));
        assertEquals(new Owed(7, 0, 0, 91_667, 157_378), owed(part, 2));
        assertEquals(new Owed(7, 0, 0, 91_667, 157_378), owed(part, 3));
        assertTrue(after(part, paid(3, 249_045)).isSettled());
    }

    /** 1,573.78 × 5.25 % × 10 / 360 = 2.295… and 916.67 × 5.25 % × 10 / 360 = 1.336…; on the fourth day 0.918… + 0.534… */
    @ParameterizedTest
    @CsvSource({"4, 92, 53", "10, 230, 134"})
    void onceGraceIsOverEveryDaySinceTheDueDateCountsOnWhatIsOpen(int day, long penalty, long compound) {
        LateAccrual late = ok(after(due(true), paid(2, 200_000)).to(DUE.plusDays(day)));
        assertEquals(penalty, late.gathered().penalty().owed());
        assertEquals(compound, late.gathered().compound().owed());
    }

    @Test
    void graceMayPutOffTheReportAlone() {
        LateAccrual bearing = due(false);
        // Two days: 1,573.78 × 5.25 % × 2 / 360 = 0.459… and 2,916.67 the same way 0.850…
        assertEquals(46 + 85, owed(bearing, 2).penalty());
        assertTrue(bearing.isInGrace(DUE.plusDays(3)));
        assertFalse(bearing.isInGrace(DUE.plusDays(4)));
        assertFalse(after(bearing, paid(2, 449_045)).isSettled());
        assertTrue(after(bearing, paid(2, 449_045 + 131)).isSettled());
    }

    /** The formula of 银发〔2003〕251号, by decimals. */
    @Test
    void withoutPaymentsItIsTheRateTimesTheDaysOnEach() {
        for (int day = 0; day < 400; day++) {
            long late = day <= 3 ? 0 : day;
            assertEquals(
                    fen(157_378, late) + fen(291_667, late),
                    owed(due(true), day).penalty());
        }
    }

    private static long fen(long overdue, long days) {
        return new BigDecimal("0.0525")
                .multiply(BigDecimal.valueOf(overdue * days))
                .divide(BigDecimal.valueOf(360), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** 1,573.78 × 5.25 % × 10 / 360 = 2.295… and 2,916.67 the same way 4.253…; on the fourth day 0.918… */
    @ParameterizedTest
    @CsvSource({"0, true, 0, 0, 0", "0, true, 10, 230, 425", "3, false, 3, 0, 0", "3, false, 4, 92, 0"})
    void theDueDateIsTheFirstDayThatCounts(int grace, boolean compound, int day, long penalty, long onInterest) {
        LateRule rule = new LateRule(new BigDecimal("1.5"), grace, DayCount.ACT_360, compound);
        LateAccrual late = ok(due(new LatePolicy(rule, TWICE, true, false)).to(DUE.plusDays(day)));
        assertEquals(penalty, late.gathered().penalty().owed());
        assertEquals(onInterest, late.gathered().compound().owed());
    }

    @Test
    void anotherRateCountsFromItsDayAlsoInGrace() {
        LateStep lower = new LateStep.RateFrom(DUE.plusDays(2), AnnualRate.of("0.045"));
        LateAccrual late = ok(after(due(true), lower).to(DUE.plusDays(10)));
        // 1,573.78 × (5.25 % × 2 + 4.5 % × 8) / 360 = 2.032…, 2,916.67 the same way 3.767…
        assertEquals(203, late.gathered().penalty().owed());
        assertEquals(377, late.gathered().compound().owed());
        LateStep againTheSameDay = new LateStep.RateFrom(DUE.plusDays(2), PENALTY);
        assertEquals(owed(due(true), 10), owed(after(due(true), lower, againTheSameDay), 10));
    }

    @Test
    void compoundInterestMayBeCapitalisedOnSettlementDates() {
        LatePolicy policy = new LatePolicy(LateRule.DEFAULT, TWICE, true, true);
        LateStep month = new LateStep.SettlementDate(DUE.plusDays(30));
        LateAccrual late = ok(after(due(policy), month).to(DUE.plusDays(60)));
        // 2,916.67 for 30 days 12.760…; with 12.76 joined, 2,929.43 for 30 more 12.816…
        assertEquals(2_558, late.gathered().compound().owed());
        assertEquals(1_377, late.gathered().penalty().owed());
        LateAccrual never = ok(after(due(LatePolicy.DEFAULT), month).to(DUE.plusDays(60)));
        assertEquals(2_552, never.gathered().compound().owed());
    }

    @Test
    void whatIsPaidOfCapitalisedInterestBearsNoMore() {
        LatePolicy policy = new LatePolicy(LateRule.DEFAULT, TWICE, true, true);
        LateAccrual late = after(due(policy), new LateStep.SettlementDate(DUE.plusDays(30)), paid(30, 1_000));
        assertEquals(276, late.open().capitalised());
        LateAccrual paid = after(late, paid(30, 276));
        assertEquals(0, paid.open().capitalised());
        assertEquals(689, owed(paid, 30).penalty());
    }

    @Test
    void aStepBeforeTheLastIsRefused() {
        LateAccrual late = after(due(true), paid(2, 1));
        assertEquals(
                new LateRefusal.OutOfOrder(DUE.plusDays(1), DUE.plusDays(2)), refused(late.owedOn(DUE.plusDays(1))));
        assertEquals(
                new LateRefusal.PaymentNegative(-1),
                refused(late.receive(DUE.plusDays(2), -1, AllocationRule.DEFAULT)));
    }

    @Test
    void whatIsMoreThanOwedIsLeft() {
        LateAccrual.Received received = ok(due(true).receive(DUE, 500_000, AllocationRule.DEFAULT));
        assertEquals(500_000 - 449_045, received.allocation().left());
        assertTrue(received.after().isSettled());
    }

    /** 银发〔2003〕251号: the heavier of lateness and misuse, never both. */
    @Test
    void theHeavierOfTwoBreachesCountsAndNotBoth() {
        AnnualRate contract = AnnualRate.of("0.035");
        LatePolicy policy = LatePolicy.DEFAULT;
        assertEquals(contract, ok(policy.penaltyRate(contract, Set.of())));
        assertEquals(AnnualRate.of("0.0525"), ok(policy.penaltyRate(contract, Set.of(Breach.LATE))));
        assertEquals(AnnualRate.of("0.07"), ok(policy.penaltyRate(contract, Set.of(Breach.MISUSE))));
        assertEquals(AnnualRate.of("0.07"), ok(policy.penaltyRate(contract, EnumSet.allOf(Breach.class))));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 2.0, 3, ''",
        "1.3, 1.5, 0, ''",
        "1.29, 2.0, 3, PENALTY_MULTIPLIER_OUT_OF_RANGE",
        "1.51, 2.0, 3, PENALTY_MULTIPLIER_OUT_OF_RANGE",
        "1.5, 1.49, 3, PENALTY_MULTIPLIER_OUT_OF_RANGE",
        "1.5, 2.01, 3, PENALTY_MULTIPLIER_OUT_OF_RANGE",
        "1.5, 2.0, 32, GRACE_OUT_OF_RANGE",
        "1.5, 2.0, -1, GRACE_OUT_OF_RANGE"
    })
    void aPolicyKeepsToTheCentralBanksRange(BigDecimal late, BigDecimal misuse, int graceDays, String code) {
        var checked = LatePolicy.check(new LateRule(late, graceDays, DayCount.ACT_360, true), misuse, true, false);
        if (code.isEmpty()) {
            assertEquals(misuse, ok(checked).misuse());
        } else {
            assertEquals(code, refused(checked).code());
        }
    }
}
