package io.anju.kernel.schedule;

import static io.anju.kernel.schedule.Loans.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.rate.AnnualRate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of an independent engine, to the fen. */
class PublishedVectorsTest {

    private static final LocalDate FIRST_DUE = LocalDate.parse("2026-12-22");

    @Test
    void aMillionByEqualInstalments() {
        RepaymentSchedule schedule =
                RepaymentSchedule.of(Loans.monthly(100_000_000, "0.035", 360, Method.EQUAL_INSTALMENT));
        assertEquals(new Instalment(1, FIRST_DUE, 157_378, 291_667, 99_842_622), schedule.first());
        assertEquals(449_045, ok(schedule.number(359)).amount());
        assertEquals(448_852, schedule.last().amount());
        assertEquals(89_697_052, ok(schedule.number(60)).balance());
        assertEquals(61_656_007, schedule.totalInterest());
    }

    @Test
    void aMillionByEqualPrincipal() {
        RepaymentSchedule schedule =
                RepaymentSchedule.of(Loans.monthly(100_000_000, "0.035", 360, Method.EQUAL_PRINCIPAL));
        assertEquals(569_445, schedule.first().amount());
        assertEquals(278_508, schedule.last().amount());
        assertEquals(52_645_792, schedule.totalInterest());
    }

    @Test
    void twoHundredThousandPrepaidForSmallerInstalments() {
        RepaymentSchedule schedule = ok(RepaymentSchedule.of(
                Loans.monthly(100_000_000, "0.035", 360, Method.EQUAL_INSTALMENT),
                List.of(new ScheduleEvent.Prepayment(60, 20_000_000, PrepaymentOption.SMALLER_INSTALMENT))));
        assertEquals(348_920, ok(schedule.number(61)).amount());
        assertEquals(348_869, schedule.last().amount());
        assertEquals(360, schedule.instalments().size());
        assertEquals(51_618_649, schedule.totalInterest());
    }

    @Test
    void twoHundredThousandPrepaidForAShorterTerm() {
        RepaymentSchedule schedule = ok(RepaymentSchedule.of(
                Loans.monthly(100_000_000, "0.035", 360, Method.EQUAL_INSTALMENT),
                List.of(new ScheduleEvent.Prepayment(60, 20_000_000, PrepaymentOption.SHORTER_TERM))));
        assertEquals(449_045, ok(schedule.number(61)).amount());
        assertEquals(267, schedule.instalments().size());
        assertEquals(431_891, schedule.last().amount());
        assertEquals(39_877_861, schedule.totalInterest());
    }

    @Test
    void repricedFromTheThirteenthInstalment() {
        RepaymentSchedule schedule = ok(RepaymentSchedule.of(
                Loans.monthly(100_000_000, "0.033", 360, Method.EQUAL_INSTALMENT),
                List.of(new ScheduleEvent.Repricing(13, AnnualRate.of("0.032")))));
        assertEquals(437_955, ok(schedule.number(12)).amount());
        assertEquals(432_616, ok(schedule.number(13)).amount());
        assertEquals(432_460, schedule.last().amount());
        assertEquals(55_805_672, schedule.totalInterest());
    }

    @Test
    void noInterestAtAll() {
        RepaymentSchedule schedule = RepaymentSchedule.of(Loans.monthly(10_000_000, "0", 12, Method.EQUAL_INSTALMENT));
        assertEquals(833_333, ok(schedule.number(11)).amount());
        assertEquals(833_337, schedule.last().amount());
        assertEquals(0, schedule.totalInterest());
    }

    @Test
    void brokenFirstPeriodByBothConventions() {
        RepaymentTerms actual = RepaymentTerms.monthly(
                100_000_000,
                AnnualRate.of("0.035"),
                360,
                Method.EQUAL_INSTALMENT,
                LocalDate.parse("2026-03-07"),
                LocalDate.parse("2026-04-20"));
        assertEquals(427_778, RepaymentSchedule.of(actual).first().interest());
        Conventions months = new Conventions(
                actual.conventions().frequency(),
                FirstPeriod.WHOLE_MONTHS_AND_DAYS,
                SplitPeriod.ACTUAL_DAYS,
                actual.conventions().dayCount());
        RepaymentTerms wholeMonths = new RepaymentTerms(
                actual.principal(),
                actual.annualRate(),
                actual.instalments(),
                actual.method(),
                0,
                actual.startDate(),
                actual.firstDueDate(),
                20,
                months);
        assertEquals(418_056, RepaymentSchedule.of(wholeMonths).first().interest());
        assertEquals(
                ok(RepaymentSchedule.of(actual).number(2)),
                ok(RepaymentSchedule.of(wholeMonths).number(2)));
    }
}
