package io.anju.kernel.prepay;

import static io.anju.kernel.schedule.Loans.ok;
import static io.anju.kernel.schedule.Loans.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Loans;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.Outlook;
import io.anju.kernel.schedule.PlanChange;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kernel.schedule.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrepaymentTest {

    private static LoanPosition after(RepaymentTerms terms, int billed) {
        LoanPosition position = LoanPosition.opening(terms);
        for (int k = 0; k < billed; k++) {
            position = position.bill().after();
        }
        return position;
    }

    @Test
    void bothOptionsSideBySide() {
        LoanPosition position = after(Loans.million(), 60);
        PrepaymentComparison comparison = ok(PrepaymentComparison.on(
                EarlyDay.of(position, position.periodStart()), 20_000_000, PrepaymentPolicy.FREE));
        Outlook smaller = comparison.smallerInstalment().orElseThrow();
        Outlook shorter = comparison.shorterTerm().orElseThrow();
        assertEquals(0, comparison.interest());
        assertEquals(20_000_000, comparison.total());
        assertEquals(300, comparison.unchanged().instalments());
        assertEquals(348_920, smaller.nextInstalment());
        assertEquals(348_869, smaller.lastInstalment());
        assertEquals(61_656_007 - 51_618_649, comparison.interestSaved(smaller));
        assertEquals(207, shorter.instalments());
        assertEquals(431_891, shorter.lastInstalment());
        assertEquals(61_656_007 - 39_877_861, comparison.interestSaved(shorter));
        assertEquals(LocalDate.parse("2049-02-22"), shorter.lastDueDate());
    }

    /** Of 896,970.52 over 300 instalments of 4,490.45. */
    @ParameterizedTest
    @CsvSource({
        "52, EQUAL_INSTALMENT, false", // 0.26 a month is none at all
        "300, EQUAL_INSTALMENT, false", // 1.50 a month is 2, and nothing is left after half of them
        "100000, EQUAL_INSTALMENT, true",
        "52, EQUAL_PRINCIPAL, false",
        "200, EQUAL_PRINCIPAL, false", // 0.67 a month is 1, and nothing is left after 200
        "300, EQUAL_PRINCIPAL, true",
        "52, BULLET, true" // it is all repaid at the end, and its interest is none
    })
    void aRestTooSmallForItsInstalmentsIsRepaidInFewerOfThem(long rest, Method method, boolean offered) {
        LoanPosition position = after(Loans.monthly(100_000_000, "0.035", 360, method), 60);
        long amount = position.state().outstanding() - rest;
        PrepaymentComparison comparison = ok(
                PrepaymentComparison.on(EarlyDay.of(position, position.periodStart()), amount, PrepaymentPolicy.FREE));
        assertEquals(offered, comparison.smallerInstalment().isPresent());
        assertEquals(
                method == Method.BULLET ? Optional.empty() : Optional.of(1),
                comparison.shorterTerm().map(Outlook::instalments));
    }

    @Test
    void theSettlementFigureCountsTheDays() {
        LoanPosition position = after(Loans.million(), 60);
        LocalDate date = position.periodStart().plusDays(10);
        Settlement settlement = ok(Settlement.on(EarlyDay.of(position, date).overdue(12_345), PrepaymentPolicy.FREE));
        // 896,970.52 × 3.5 % × 10 / 360 = 872.05
        assertEquals(new Settlement(date, 12_345, 89_697_052, 87_205, 0), settlement);
        assertEquals(89_796_602, settlement.total());
    }

    @Test
    void compensationEndsWithTheContractsPeriod() {
        CompensationRule onePercent = new CompensationRule.ShareOfPrincipal(12, new BigDecimal("0.01"));
        CompensationRule oneMonth = new CompensationRule.MonthsOfInterest(12, 1);
        LocalDate start = LocalDate.parse("2026-03-07");
        AnnualRate rate = AnnualRate.of("0.035");
        assertEquals(200_000, onePercent.on(20_000_000, rate, start, LocalDate.parse("2027-03-06")));
        assertEquals(0, onePercent.on(20_000_000, rate, start, LocalDate.parse("2027-03-07")));
        assertEquals(58_333, oneMonth.on(20_000_000, rate, start, LocalDate.parse("2027-03-06")));
        assertEquals(0, oneMonth.on(20_000_000, rate, start, LocalDate.parse("2027-03-07")));
    }

    @Test
    void whatIsFreeEveryYearCostsNothing() {
        Compensation onePercent = new Compensation(
                new CompensationRule.ShareOfPrincipal(36, new BigDecimal("0.01")),
                new FreeAllowance(10_000_000, FreeAllowance.Year.OF_THE_LOAN),
                20_000,
                200_000);
        LocalDate start = LocalDate.parse("2026-03-07");
        LocalDate date = LocalDate.parse("2027-09-01");
        AnnualRate rate = AnnualRate.of("0.035");
        assertEquals(0, onePercent.on(10_000_000, rate, start, date, 0));
        assertEquals(150_000, onePercent.on(25_000_000, rate, start, date, 0));
        // 4,000.00 of the 100,000.00 were used before, so that 19,000.00 are beyond, and 190.00 is less than the least.
        assertEquals(20_000, onePercent.on(11_500_000, rate, start, date, 400_000));
        assertEquals(200_000, onePercent.on(50_000_000, rate, start, date, 12_000_000));
        assertEquals(0, onePercent.on(50_000_000, rate, start, LocalDate.parse("2029-03-07"), 0));
        assertEquals(LocalDate.parse("2027-03-07"), onePercent.allowance().yearBegins(start, date));
        assertEquals(
                LocalDate.parse("2027-01-01"),
                new FreeAllowance(1, FreeAllowance.Year.OF_THE_CALENDAR).yearBegins(start, date));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Compensation(new CompensationRule.None(), FreeAllowance.NONE, 2, 1));
    }

    @Test
    void noticeIsCountedFromTheAsking() {
        PrepaymentPolicy fifteenDays = new PrepaymentPolicy(1, 15, Compensation.NONE);
        LoanPosition position = after(Loans.million(), 60);
        LocalDate asked = position.periodStart().plusDays(2);
        EarlyDay tooSoon = EarlyDay.of(position, asked.plusDays(14)).askedOn(asked);
        EarlyDay inTime = EarlyDay.of(position, asked.plusDays(15)).askedOn(asked);
        assertEquals(
                new PrepaymentRefusal.NoticeTooShort(asked, asked.plusDays(14), 15),
                refused(PrepaymentComparison.on(tooSoon, 1_000_000, fifteenDays)));
        assertEquals(
                "PREPAYMENT_NOTICE_TOO_SHORT",
                refused(Settlement.on(tooSoon, fifteenDays)).code());
        assertEquals(asked.plusDays(15), ok(Settlement.on(inTime, fifteenDays)).date());
    }

    /** Instalment 60, due on 22 November 2031, is paid on its period's first day or later. */
    @ParameterizedTest
    @CsvSource({
        "2031-11-12, 0.035, 87205", // 896,970.52 × 3.5 % × 10 / 360
        "2031-10-23, 0.035, 261616", // of 30 days what a month is charged: 896,970.52 × 3.5 % / 12
        "2031-10-22, 0.035, 261616", // and of 31 days not 2,703.37
        "2031-11-12, 0.030, 74748" // billed at 3 %, whatever the rate is now
    })
    void givesBackWhatWasPaidAheadAndNeverMoreThanWasCharged(LocalDate date, String billedAt, long back) {
        LoanPosition position = after(Loans.million(), 60);
        EarlyDay day = EarlyDay.of(position, date)
                .paidAhead(Optional.of(new PaidAhead(LocalDate.parse("2031-10-22"), AnnualRate.of(billedAt))));
        assertEquals(-back, ok(Settlement.on(day, PrepaymentPolicy.FREE)).interest());
        assertTrue(
                ok(day.after(89_697_052, PrepaymentOption.SHORTER_TERM)).state().isSettled());
    }

    @Test
    void givesBackNoMoreThanWasChargedWhereTheDueDayWasMovedSince() {
        LoanPosition paidAhead = after(Loans.million(), 60);
        LoanPosition moved = ok(
                paidAhead.changedOn(paidAhead.accruedTo(), new PlanChange.DueDayTo(LocalDate.parse("2031-12-05"), 5)));
        EarlyDay day = EarlyDay.of(moved, LocalDate.parse("2031-10-22"))
                .paidAhead(Optional.of(new PaidAhead(LocalDate.parse("2031-10-22"), AnnualRate.of("0.035"))));
        assertEquals(-261_616, ok(Settlement.on(day, PrepaymentPolicy.FREE)).interest());
    }

    @Test
    void aDayBeforeThePeriodPaidAheadIsNone() {
        LoanPosition position = after(Loans.million(), 60);
        EarlyDay day = EarlyDay.of(position, LocalDate.parse("2031-10-21"))
                .paidAhead(Optional.of(new PaidAhead(LocalDate.parse("2031-10-22"), AnnualRate.of("0.035"))));
        assertEquals(
                new PrepaymentRefusal.DateNotInPeriod(day.date(), LocalDate.parse("2031-10-22"), position.nextDue()),
                refused(Settlement.on(day, PrepaymentPolicy.FREE)));
    }

    @Test
    void whatCannotBeFiguredIsRefused() {
        LoanPosition position = after(Loans.million(), 60);
        LocalDate today = position.periodStart();
        PrepaymentPolicy policy = new PrepaymentPolicy(1_000_000, 0, Compensation.NONE);
        assertEquals(
                new PrepaymentRefusal.BelowMinimum(1_000_000, 999_999),
                refused(PrepaymentComparison.on(EarlyDay.of(position, today), 999_999, policy)));
        assertEquals(
                new PrepaymentRefusal.NotPartial(89_697_052, 89_697_052),
                refused(PrepaymentComparison.on(EarlyDay.of(position, today), 89_697_052, policy)));
        assertEquals(
                "PREPAYMENT_DATE_NOT_IN_PERIOD",
                refused(PrepaymentComparison.on(EarlyDay.of(position, position.nextDue()), 1_000_000, policy))
                        .code());
        assertEquals(
                "PREPAYMENT_DATE_NOT_IN_PERIOD",
                refused(Settlement.on(EarlyDay.of(position, today.minusDays(1)), policy))
                        .code());
        LoanPosition settled = after(Loans.million(), 360);
        assertEquals(
                "LOAN_ALREADY_SETTLED",
                refused(Settlement.on(EarlyDay.of(settled, today), policy)).code());
        assertEquals(
                5,
                ok(Settlement.on(EarlyDay.of(settled, today).overdue(5), policy))
                        .total());
    }

    @Test
    void aBulletHasNoTermToShorten() {
        LoanPosition position = after(Loans.monthly(10_000_000, "0.06", 12, Method.BULLET), 3);
        assertTrue(
                ok(PrepaymentComparison.on(EarlyDay.of(position, position.periodStart()), 1_000, PrepaymentPolicy.FREE))
                        .shorterTerm()
                        .isEmpty());
    }
}
