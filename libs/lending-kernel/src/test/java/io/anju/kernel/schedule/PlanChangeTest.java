package io.anju.kernel.schedule;

import static io.anju.kernel.schedule.Loans.ok;
import static io.anju.kernel.schedule.Loans.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Another plan after 60 instalments of a million at 3.5 % over 360 months: 896,970.52 outstanding, 300 left. Figures by a
 * decimal calculator of its own, {@code P·r(1+r)^n/((1+r)^n − 1)} and a loop of rounded interest.
 */
class PlanChangeTest {

    private static final LocalDate LAST_DUE = LocalDate.parse("2031-11-22");

    private static LoanPosition after60() {
        LoanPosition position = LoanPosition.opening(Loans.million());
        for (int k = 0; k < 60; k++) {
            position = position.bill().after();
        }
        return position;
    }

    private static LoanPosition changed(PlanChange change) {
        return ok(after60().changedOn(LAST_DUE.plusDays(10), change));
    }

    private static ScheduleRefusal refusedTo(LoanPosition position, PlanChange change) {
        return refused(position.changedOn(position.periodStart().plusDays(10), change));
    }

    @Test
    void aLongerTermIsASmallerInstalment() {
        assertEquals(
                new Outlook(360, 402_780, 402_780, 402_695, LocalDate.parse("2061-11-22"), 55_303_663),
                Outlook.of(changed(new PlanChange.TermTo(360))));
    }

    @Test
    void aShorterTermIsALargerOne() {
        assertEquals(520_207, Outlook.of(changed(new PlanChange.TermTo(240))).nextInstalment());
    }

    @Test
    void aReliefIsInterestAloneAndThenTheRestOverWhatIsLeft() {
        LoanPosition relieved = changed(new PlanChange.Relief(12));
        List<Instalment> rows = relieved.remaining();
        assertEquals(300, rows.size());
        assertEquals(new Instalment(61, LocalDate.parse("2031-12-22"), 0, 261_616, 89_697_052), rows.getFirst());
        assertEquals(89_697_052, rows.get(11).balance());
        assertEquals(460_786, rows.get(12).amount());
        assertEquals(
                new Outlook(300, 261_616, 261_616, 460_734, LocalDate.parse("2056-11-22"), 46_148_656),
                Outlook.of(relieved));
    }

    @Test
    void equalInstalmentsBecomeEqualPrincipal() {
        LoanPosition changed = changed(new PlanChange.MethodTo(Method.EQUAL_PRINCIPAL));
        assertEquals(298_990, changed.bill().instalment().principal());
        assertEquals(
                new Outlook(300, 560_606, 559_734, 299_914, LocalDate.parse("2056-11-22"), 39_373_290),
                Outlook.of(changed));
    }

    /** The period from 22 November is 18, or 49, days instead of a month; its principal is a month's. */
    @ParameterizedTest
    @CsvSource({"2031-12-10, 156970", "2032-01-10, 427307"})
    void anotherDueDayClosesTheRunningPeriodByItsDays(LocalDate nextDue, long interest) {
        LoanPosition changed = changed(new PlanChange.DueDayTo(nextDue, 10));
        List<Instalment> rows = changed.remaining();
        assertEquals(new Instalment(61, nextDue, 187_429, interest, 89_509_623), rows.getFirst());
        // And a month again: 895,096.23 for a twelfth.
        assertEquals(new Instalment(62, nextDue.plusMonths(1), 187_975, 261_070, 89_321_648), rows.get(1));
        assertEquals(300, rows.size());
        assertEquals(448_852, rows.getLast().amount());
    }

    @Test
    void aDueDayMovedThereAndBackChangesNothing() {
        LoanPosition there = changed(new PlanChange.DueDayTo(LocalDate.parse("2031-12-31"), 31));
        LoanPosition back =
                ok(there.changedOn(LAST_DUE.plusDays(11), new PlanChange.DueDayTo(LocalDate.parse("2031-12-22"), 22)));
        assertEquals(after60(), back);
    }

    @Test
    void aMovedPeriodThatIsSplitCountsItsDaysToo() {
        LoanPosition moved = changed(new PlanChange.DueDayTo(LocalDate.parse("2031-12-10"), 10));
        LoanPosition repriced = ok(moved.repricedOn(LAST_DUE.plusDays(10), AnnualRate.of("0.025")));
        // 896,970.52 × (3.5 % × 10 + 2.5 % × 8) / 360 = 1,370.371…
        assertEquals(137_037, repriced.bill().instalment().interest());
    }

    @Test
    void theFirstPeriodMayBeMovedAndIsBrokenByTheContract() {
        LoanPosition opening = LoanPosition.opening(Loans.million());
        LoanPosition moved =
                ok(opening.changedOn(opening.startDate(), new PlanChange.DueDayTo(LocalDate.parse("2027-01-05"), 5)));
        // 44 days from 22 November: 1,000,000.00 × 3.5 % × 44 / 360
        assertEquals(427_778, moved.bill().instalment().interest());
        assertEquals(LocalDate.parse("2027-02-05"), moved.bill().after().nextDue());
    }

    @Test
    void aFortnightHasNoDueDay() {
        RepaymentTerms terms = new RepaymentTerms(
                100_000_000,
                AnnualRate.of("0.035"),
                780,
                Method.EQUAL_INSTALMENT,
                0,
                LocalDate.parse("2026-11-22"),
                LocalDate.parse("2026-12-06"),
                6,
                new Conventions(
                        Frequency.FORTNIGHTLY, FirstPeriod.ACTUAL_DAYS, SplitPeriod.ACTUAL_DAYS, DayCount.ACT_360));
        LoanPosition second = LoanPosition.opening(terms).bill().after();
        LoanPosition moved =
                ok(second.changedOn(second.periodStart(), new PlanChange.DueDayTo(LocalDate.parse("2026-12-25"), 25)));
        assertEquals(LocalDate.parse("2027-01-08"), moved.bill().after().nextDue());
        assertEquals(780, RepaymentSchedule.of(terms).instalments().size());
    }

    @Test
    void whatCannotBeIsRefusedWithItsNumbers() {
        LoanPosition now = after60();
        assertEquals(
                new PlanRefusal.MethodUnchanged(Method.EQUAL_INSTALMENT),
                refusedTo(now, new PlanChange.MethodTo(Method.EQUAL_INSTALMENT)));
        assertEquals(
                "PLAN_METHOD_IS_A_RELIEF",
                refusedTo(now, new PlanChange.MethodTo(Method.INTEREST_ONLY_THEN_EQUAL_PRINCIPAL))
                        .code());
        assertEquals(new PlanRefusal.TermNotPossible(300, 300, 1, 1_140), refusedTo(now, new PlanChange.TermTo(300)));
        assertEquals(
                "PLAN_TERM_NOT_POSSIBLE",
                refusedTo(now, new PlanChange.TermTo(0)).code());
        assertEquals(
                "PLAN_TERM_NOT_POSSIBLE",
                refusedTo(now, new PlanChange.TermTo(1_141)).code());
        assertEquals(new PlanRefusal.ReliefNotPossible(300, 299), refusedTo(now, new PlanChange.Relief(300)));
        assertEquals(
                "PLAN_RELIEF_NOT_POSSIBLE",
                refusedTo(now, new PlanChange.Relief(0)).code());
        LoanPosition relieved = changed(new PlanChange.Relief(2));
        assertEquals(new PlanRefusal.ReliefRunning(2), refusedTo(relieved, new PlanChange.Relief(3)));
        assertEquals(new PlanRefusal.TermNotPossible(2, 300, 3, 1_140), refusedTo(relieved, new PlanChange.TermTo(2)));
        LoanPosition bullet = changed(new PlanChange.MethodTo(Method.BULLET));
        assertEquals(new PlanRefusal.ReliefNotPossible(1, 0), refusedTo(bullet, new PlanChange.Relief(1)));
    }

    @Test
    void aBulletIsNothingButInterestAloneSoThatAReliefEndsWithIt() {
        LoanPosition bullet = ok(changed(new PlanChange.Relief(12))
                .changedOn(LAST_DUE.plusDays(11), new PlanChange.MethodTo(Method.BULLET)));
        LoanPosition back =
                ok(bullet.changedOn(LAST_DUE.plusDays(12), new PlanChange.MethodTo(Method.EQUAL_INSTALMENT)));
        assertEquals(after60(), back);
    }

    @Test
    void noDateBeforeOrTooFarIsADueDate() {
        LoanPosition now = after60();
        LocalDate latest = LocalDate.parse("2032-01-22");
        assertEquals(
                "PLAN_DUE_DAY_MISMATCH",
                refusedTo(now, new PlanChange.DueDayTo(LocalDate.parse("2031-12-11"), 10))
                        .code());
        assertEquals(
                "PLAN_DUE_DAY_MISMATCH",
                refusedTo(now, new PlanChange.DueDayTo(LocalDate.parse("2031-12-10"), 32))
                        .code());
        assertEquals(
                new PlanRefusal.NextDueNotPossible(LAST_DUE.plusDays(10), LAST_DUE.plusDays(10), latest),
                refusedTo(now, new PlanChange.DueDayTo(LAST_DUE.plusDays(10), 2)));
        assertEquals(
                "PLAN_NEXT_DUE_NOT_POSSIBLE",
                refusedTo(now, new PlanChange.DueDayTo(LocalDate.parse("2032-01-23"), 23))
                        .code());
        assertEquals(
                "DATE_NOT_IN_PERIOD",
                refused(now.changedOn(now.nextDue(), new PlanChange.Relief(1))).code());
        LoanState settled = ok(now.state().prepaid(89_697_052, PrepaymentOption.SHORTER_TERM));
        assertEquals(
                new PlanRefusal.NothingLeft(),
                refusedTo(
                        LoanPosition.at(settled, now.dueDates(), now.conventions(), now.startDate(), 60),
                        new PlanChange.TermTo(1)));
    }

    @Test
    void theScheduleSaysWhatWasSimulated() {
        LocalDate day = LAST_DUE.plusDays(10);
        RepaymentSchedule schedule = ok(RepaymentSchedule.of(
                Loans.million(),
                List.of(
                        new ScheduleEvent.PlanChangedOn(day, new PlanChange.TermTo(324)),
                        new ScheduleEvent.PlanChangedOn(day, new PlanChange.Relief(12)),
                        new ScheduleEvent.PlanChangedOn(
                                day, new PlanChange.DueDayTo(LocalDate.parse("2032-01-10"), 10)))));
        LoanPosition simulated = ok(changed(new PlanChange.TermTo(324))
                .changedOn(day, new PlanChange.Relief(12))
                .flatMap(relieved ->
                        relieved.changedOn(day, new PlanChange.DueDayTo(LocalDate.parse("2032-01-10"), 10))));
        assertEquals(384, schedule.instalments().size());
        assertEquals(simulated.remaining(), schedule.instalments().subList(60, 384));
    }
}
