package io.anju.kernel.schedule;

import static io.anju.kernel.schedule.Loans.ok;
import static io.anju.kernel.schedule.Loans.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Periods that are split, and events that do not fit. */
class LoanPositionTest {

    private static final LocalDate JANUARY_1 = LocalDate.parse("2027-01-01");

    private static RepaymentTerms dueOnThe20th(SplitPeriod split) {
        return new RepaymentTerms(
                100_000_000,
                AnnualRate.of("0.0395"),
                360,
                Method.BULLET,
                0,
                LocalDate.parse("2026-11-20"),
                LocalDate.parse("2026-12-20"),
                20,
                new Conventions(Frequency.MONTHLY, FirstPeriod.ACTUAL_DAYS, split, DayCount.ACT_360));
    }

    private static long interestOfJanuary(SplitPeriod split, String newRate) {
        RepaymentSchedule schedule = ok(RepaymentSchedule.of(
                dueOnThe20th(split), List.of(new ScheduleEvent.RepricingOn(JANUARY_1, AnnualRate.of(newRate)))));
        return ok(schedule.number(2)).interest();
    }

    @Test
    void aRateThatChangesInsideAPeriodSplitsItByDays() {
        assertEquals(321_667, interestOfJanuary(SplitPeriod.ACTUAL_DAYS, "0.036"));
        assertEquals(311_290, interestOfJanuary(SplitPeriod.SHARE_OF_PERIOD, "0.036"));
    }

    @Test
    void aRateFixedAnewAsItWasChangesNothing() {
        // 1,000,000.00 at 3.95 % for a twelfth of a year, not for 31 days of 360.
        assertEquals(329_167, interestOfJanuary(SplitPeriod.SHARE_OF_PERIOD, "0.0395"));
        assertEquals(329_167, interestOfJanuary(SplitPeriod.ACTUAL_DAYS, "0.0395"));
    }

    @Test
    void norDoesItRecomputeTheInstalmentOfAShortenedTerm() {
        LoanState shortened = ok(Loans.million().opening().prepaid(20_000_000, PrepaymentOption.SHORTER_TERM));
        assertEquals(shortened, shortened.repriced(AnnualRate.of("0.0350")));
    }

    /** From 31 January to 28 February is a month, which its last day completes (民法典 202), split or not. */
    @Test
    void aFirstMonthThatItsLastDayCompletesIsSplitAsAWholeOne() {
        RepaymentTerms terms = new RepaymentTerms(
                100_000_000,
                AnnualRate.of("0.036"),
                12,
                Method.BULLET,
                0,
                LocalDate.parse("2026-01-31"),
                LocalDate.parse("2026-02-28"),
                28,
                new Conventions(
                        Frequency.MONTHLY, FirstPeriod.ACTUAL_DAYS, SplitPeriod.SHARE_OF_PERIOD, DayCount.ACT_360));
        RepaymentSchedule schedule = ok(RepaymentSchedule.of(
                terms, List.of(new ScheduleEvent.RepricingOn(LocalDate.parse("2026-02-14"), AnnualRate.of("0.024")))));
        // Half of the 28 days at a twelfth of 3.6 %, half at a twelfth of 2.4 %: 1,500.00 + 1,000.00.
        assertEquals(250_000, schedule.first().interest());
    }

    @Test
    void aRepricingOnADueDateIsForTheNextWholePeriod() {
        RepaymentTerms terms = dueOnThe20th(SplitPeriod.ACTUAL_DAYS);
        AnnualRate rate = AnnualRate.of("0.036");
        assertEquals(
                ok(RepaymentSchedule.of(terms, List.of(new ScheduleEvent.Repricing(2, rate))))
                        .instalments(),
                ok(RepaymentSchedule.of(
                                terms, List.of(new ScheduleEvent.RepricingOn(LocalDate.parse("2026-12-20"), rate))))
                        .instalments());
    }

    @Test
    void aPrepaymentInsideAPeriodPaysItsDaysAndLeavesTheRest() {
        RepaymentSchedule schedule = ok(RepaymentSchedule.of(
                dueOnThe20th(SplitPeriod.ACTUAL_DAYS),
                List.of(new ScheduleEvent.PrepaymentOn(JANUARY_1, 40_000_000, PrepaymentOption.SMALLER_INSTALMENT))));
        assertEquals(List.of(new Prepaid(1, JANUARY_1, 40_000_000, 131_667, 60_000_000)), schedule.prepayments());
        assertEquals(125_083, ok(schedule.number(2)).interest());
        assertEquals(197_500, ok(schedule.number(3)).interest());
    }

    @Test
    void aPrepaymentOfEverythingEndsTheLoan() {
        RepaymentSchedule schedule = ok(RepaymentSchedule.of(
                Loans.million(), List.of(new ScheduleEvent.Prepayment(60, 89_697_052, PrepaymentOption.SHORTER_TERM))));
        assertEquals(60, schedule.instalments().size());
        assertEquals(0, schedule.prepayments().getFirst().balance());
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsNumbers() {
        RepaymentTerms terms = Loans.million();
        assertEquals(
                new ScheduleRefusal.PrepaymentAboveOutstanding(89_697_052, 89_697_053),
                refused(RepaymentSchedule.of(
                        terms, List.of(new ScheduleEvent.Prepayment(60, 89_697_053, PrepaymentOption.SHORTER_TERM)))));
        assertEquals(
                new ScheduleRefusal.EventOutsideSchedule("360", 360),
                refused(RepaymentSchedule.of(
                        terms, List.of(new ScheduleEvent.Prepayment(360, 1, PrepaymentOption.SHORTER_TERM)))));
        assertEquals(
                new ScheduleRefusal.EventOutsideSchedule("2026-11-21", 360),
                refused(RepaymentSchedule.of(
                        terms,
                        List.of(new ScheduleEvent.RepricingOn(LocalDate.parse("2026-11-21"), AnnualRate.ZERO)))));
        assertEquals(
                new ScheduleRefusal.ShorterTermImpossible(Method.BULLET),
                refused(RepaymentSchedule.of(
                        Loans.monthly(100, "0.01", 12, Method.BULLET),
                        List.of(new ScheduleEvent.Prepayment(1, 10, PrepaymentOption.SHORTER_TERM)))));
        assertEquals(
                new ScheduleRefusal.NothingToSchedule(100_000_000),
                refused(RepaymentSchedule.of(
                        terms, List.of(new ScheduleEvent.Prepayment(0, 100_000_000, PrepaymentOption.SHORTER_TERM)))));
        assertEquals(
                new ScheduleRefusal.PrepaymentNotPositive(0),
                refused(RepaymentSchedule.of(
                        terms, List.of(new ScheduleEvent.Prepayment(1, 0, PrepaymentOption.SHORTER_TERM)))));
    }

    @Test
    void eventsOfOneMomentCountInTheOrderGiven() {
        ScheduleEvent half = new ScheduleEvent.PrepaymentOn(
                LocalDate.parse("2027-01-22"), 50_000_000, PrepaymentOption.SHORTER_TERM);
        ScheduleEvent cheaper = new ScheduleEvent.Repricing(3, AnnualRate.of("0.02"));
        RepaymentSchedule rateFirst = ok(RepaymentSchedule.of(Loans.million(), List.of(cheaper, half)));
        RepaymentSchedule moneyFirst = ok(RepaymentSchedule.of(Loans.million(), List.of(half, cheaper)));
        // Cheaper first: 996,847.85 over 358 at 2 % is 3,699.57, and 496,847.85 in those take 153.
        assertEquals(369_957, ok(rateFirst.number(3)).amount());
        assertEquals(2 + 153, rateFirst.instalments().size());
        // Prepaid first: 496,847.85 in 4,490.45 at 3.5 % take 134, and over 134 at 2 % that is 4,140.33.
        assertEquals(414_033, ok(moneyFirst.number(3)).amount());
        assertEquals(2 + 134, moneyFirst.instalments().size());
    }

    @Test
    void whatIsAskedForOutsideIsRefused() {
        RepaymentSchedule schedule = RepaymentSchedule.of(Loans.million());
        assertEquals(new ScheduleRefusal.NoSuchInstalment(0, 360), refused(schedule.number(0)));
        assertEquals("NO_SUCH_INSTALMENT", refused(schedule.number(361)).code());
        LoanPosition opening = LoanPosition.opening(Loans.million());
        LocalDate before = opening.startDate().minusDays(1);
        assertEquals(
                new ScheduleRefusal.DateNotInPeriod(before, opening.startDate(), opening.nextDue()),
                refused(opening.interestTo(before)));
        assertEquals(
                "DATE_NOT_IN_PERIOD",
                refused(opening.repricedOn(opening.nextDue().plusDays(1), AnnualRate.ZERO))
                        .code());
        assertEquals(
                "DATE_NOT_IN_PERIOD",
                refused(opening.prepaidOn(before, 1, PrepaymentOption.SHORTER_TERM))
                        .code());
    }

    @Test
    void aSettledLoanIsNotBilled() {
        LoanState settled = ok(Loans.million().opening().prepaid(100_000_000, PrepaymentOption.SHORTER_TERM));
        assertThrows(IllegalStateException.class, settled::bill);
    }

    @Test
    void interestAloneForAYearThenEqualInstalments() {
        RepaymentTerms terms = new RepaymentTerms(
                100_000_000,
                AnnualRate.of("0.035"),
                360,
                Method.INTEREST_ONLY_THEN_EQUAL_INSTALMENT,
                12,
                LocalDate.parse("2026-11-22"),
                LocalDate.parse("2026-12-22"),
                22,
                Conventions.MONTHLY_ACT_360);
        RepaymentSchedule schedule = RepaymentSchedule.of(terms);
        assertEquals(0, ok(schedule.number(12)).principal());
        assertEquals(291_667, ok(schedule.number(12)).amount());
        RepaymentSchedule rest =
                RepaymentSchedule.of(Loans.monthly(100_000_000, "0.035", 348, Method.EQUAL_INSTALMENT));
        assertEquals(rest.first().amount(), ok(schedule.number(13)).amount());
        assertEquals(rest.last().amount(), schedule.last().amount());
    }

    @Test
    void theMethodsSideBySide() {
        assertEquals(860_664, first(Method.EQUAL_INSTALMENT));
        assertEquals(860_669, last(Method.EQUAL_INSTALMENT));
        assertEquals(883_333, first(Method.EQUAL_PRINCIPAL));
        assertEquals(837_504, last(Method.EQUAL_PRINCIPAL));
        assertEquals(50_000, first(Method.BULLET));
        assertEquals(10_050_000, last(Method.BULLET));
    }

    private static long first(Method method) {
        return RepaymentSchedule.of(Loans.monthly(10_000_000, "0.06", 12, method))
                .first()
                .amount();
    }

    private static long last(Method method) {
        return RepaymentSchedule.of(Loans.monthly(10_000_000, "0.06", 12, method))
                .last()
                .amount();
    }

    @Test
    void tranchesAreAddedUpAndNeverBlended() {
        CombinedSchedule combined = new CombinedSchedule(List.of(
                RepaymentSchedule.of(Loans.monthly(60_000_000, "0.035", 360, Method.EQUAL_INSTALMENT)),
                RepaymentSchedule.of(Loans.monthly(40_000_000, "0.026", 360, Method.EQUAL_INSTALMENT))));
        assertEquals(429_563, combined.rows().getFirst().amount());
        assertEquals(360, combined.rows().size());
        assertEquals(0, combined.rows().getLast().balance());
        assertEquals(
                combined.totalInterest(),
                combined.rows().stream()
                        .mapToLong(CombinedSchedule.Row::interest)
                        .sum());
    }
}
