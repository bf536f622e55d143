package io.anju.kernel.prepay;

import static io.anju.kernel.schedule.Loans.ok;
import static io.anju.kernel.schedule.Loans.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Loans;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

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
        PrepaymentComparison comparison =
                ok(PrepaymentComparison.on(position.periodStart(), position, 20_000_000, 0, PrepaymentPolicy.FREE));
        PrepaymentComparison.Outlook smaller = comparison.smallerInstalment();
        PrepaymentComparison.Outlook shorter = comparison.shorterTerm().orElseThrow();
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

    @Test
    void theSettlementFigureCountsTheDays() {
        LoanPosition position = after(Loans.million(), 60);
        LocalDate date = position.periodStart().plusDays(10);
        Settlement settlement = ok(Settlement.on(date, position, 12_345, new CompensationRule.None()));
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
    void whatCannotBeFiguredIsRefused() {
        LoanPosition position = after(Loans.million(), 60);
        LocalDate today = position.periodStart();
        PrepaymentPolicy policy = new PrepaymentPolicy(1_000_000, new CompensationRule.None());
        assertEquals(
                new PrepaymentRefusal.BelowMinimum(1_000_000, 999_999),
                refused(PrepaymentComparison.on(today, position, 999_999, 0, policy)));
        assertEquals(
                new PrepaymentRefusal.NotPartial(89_697_052, 89_697_052),
                refused(PrepaymentComparison.on(today, position, 89_697_052, 0, policy)));
        assertEquals(
                "PREPAYMENT_DATE_NOT_IN_PERIOD",
                refused(PrepaymentComparison.on(position.nextDue(), position, 1_000_000, 0, policy))
                        .code());
        assertEquals(
                "PREPAYMENT_DATE_NOT_IN_PERIOD",
                refused(Settlement.on(today.minusDays(1), position, 0, policy.compensation()))
                        .code());
        LoanPosition settled = after(Loans.million(), 360);
        assertEquals(
                "LOAN_ALREADY_SETTLED",
                refused(Settlement.on(today, settled, 0, policy.compensation())).code());
        assertEquals(
                5, ok(Settlement.on(today, settled, 5, policy.compensation())).total());
    }

    @Test
    void aBulletHasNoTermToShorten() {
        LoanPosition position = after(Loans.monthly(10_000_000, "0.06", 12, Method.BULLET), 3);
        assertTrue(ok(PrepaymentComparison.on(position.periodStart(), position, 1_000, 0, PrepaymentPolicy.FREE))
                .shorterTerm()
                .isEmpty());
    }
}
