package io.anju.kernel.cost;

import static io.anju.kernel.schedule.Loans.ok;
import static io.anju.kernel.schedule.Loans.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.FirstPeriod;
import io.anju.kernel.schedule.Loans;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.PlanChange;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kernel.schedule.RepaymentSchedule;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kernel.schedule.ScheduleEvent;
import io.anju.kernel.schedule.SplitPeriod;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealAnnualRateTest {

    private static AnnualRate of(RepaymentSchedule schedule, long costs) {
        return ok(CashFlows.of(List.of(schedule), costs).flatMap(RealAnnualRate::of));
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
    void aChangedPlanDoesNotChangeThePriceOfMoneyEither() {
        LocalDate date = LocalDate.parse("2030-06-10");
        RepaymentSchedule changed = ok(RepaymentSchedule.of(
                Loans.million(),
                List.of(
                        new ScheduleEvent.PlanChangedOn(date, new PlanChange.Relief(24)),
                        new ScheduleEvent.PlanChangedOn(
                                date, new PlanChange.DueDayTo(LocalDate.parse("2030-07-10"), 10)))));
        assertEquals("0.0356", of(changed, 0).text());
    }

    @Test
    void aCombinedLoanLiesBetweenItsTranches() {
        AnnualRate rate = ok(CashFlows.of(
                        List.of(
                                RepaymentSchedule.of(Loans.monthly(60_000_000, "0.035", 360, Method.EQUAL_INSTALMENT)),
                                RepaymentSchedule.of(Loans.monthly(40_000_000, "0.026", 360, Method.EQUAL_INSTALMENT))),
                        0)
                .flatMap(RealAnnualRate::of));
        assertEquals("0.0319", rate.text());
    }

    @Test
    void thereIsNoneWhenNothingIsReceivedOrTooLittlePaid() {
        RepaymentSchedule million = RepaymentSchedule.of(Loans.million());
        assertEquals(
                "NO_COST",
                refused(CashFlows.of(List.of(million), 100_000_000).flatMap(RealAnnualRate::of))
                        .code());
        CashFlows gift = new CashFlows(100, List.of(new CashFlows.Payment(99, 1, 0)), Frequency.MONTHLY);
        assertEquals("NO_COST", refused(RealAnnualRate.of(gift)).code());
        CashFlows usury = new CashFlows(100, List.of(new CashFlows.Payment(1_000_000, 1, 0)), Frequency.MONTHLY);
        assertEquals("COST_TOO_HIGH", refused(RealAnnualRate.of(usury)).code());
    }

    @Test
    void tranchesWithoutACommonPeriodAreRefused() {
        RepaymentTerms monthly = Loans.million();
        RepaymentTerms quarterly = new RepaymentTerms(
                monthly.principal(),
                monthly.annualRate(),
                120,
                monthly.method(),
                0,
                monthly.startDate(),
                LocalDate.parse("2027-02-22"),
                22,
                new Conventions(
                        Frequency.QUARTERLY, FirstPeriod.ACTUAL_DAYS, SplitPeriod.ACTUAL_DAYS, DayCount.ACT_360));
        List<RepaymentSchedule> mixed = List.of(RepaymentSchedule.of(monthly), RepaymentSchedule.of(quarterly));
        assertEquals(
                new CostRefusal.NoCommonPeriod(EnumSet.of(Frequency.MONTHLY, Frequency.QUARTERLY)),
                refused(CashFlows.of(mixed, 0)));
        assertEquals("NO_COMMON_PERIOD", refused(CashFlows.of(List.of(), 0)).code());
        assertEquals(new CostRefusal.CostsOutOfRange(-1, Fen.MAX), refused(CashFlows.of(mixed.subList(0, 1), -1)));
    }
}
