package io.anju.repayment.wallet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.SomeBills;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class LimitRuleTest {

    private static final LimitRule RULE = new LimitRule(new BigDecimal("0.05"), 24, 20_000_000, 100_000);
    private static final long MOST = 1_000_000_000_000L;

    @Example
    void isTheStatedFormulaWorkedByHand() {
        // 2,000,000.00 × 0.05 × 12/24 = 50,000.00 yuan; with 11 of 12 on time 45,833.33, down to 45,000.00.
        assertEquals(5_000_000, RULE.limit(new LimitBasis(200_000_000, 12, 12, 12)));
        assertEquals(4_500_000, RULE.limit(new LimitBasis(200_000_000, 12, 12, 11)));
        assertEquals(0, RULE.limit(new LimitBasis(200_000_000, 0, 0, 0)));
        assertEquals(20_000_000, RULE.limit(new LimitBasis(900_000_000, 60, 24, 24)));
    }

    @Example
    void takesOffTheCapWhatOtherLinksWereGranted() {
        LimitBasis much = new LimitBasis(900_000_000, 60, 24, 24);
        assertEquals(7_500_000, RULE.besides(12_500_000).limit(much));
        assertEquals(0, RULE.besides(20_000_000).limit(much));
        assertEquals(0, RULE.besides(30_000_000).limit(much));
    }

    @Property
    void neverExceedsTheCapNorTheShareAndIsWholeSteps(
            @ForAll @LongRange(min = 0, max = MOST) long balance,
            @ForAll @IntRange(max = 600) int months,
            @ForAll @IntRange(max = 24) int counted,
            @ForAll @IntRange(max = 24) int late) {
        long limit = RULE.limit(new LimitBasis(balance, months, counted, Math.max(0, counted - late)));

        assertTrue(limit >= 0 && limit <= 20_000_000 && limit <= balance / 20);
        assertEquals(0, limit % 100_000);
    }

    @Property
    void neverFallsWhenMoreIsOwedForLongerOrMoreIsPaidOnTime(
            @ForAll @LongRange(min = 0, max = MOST) long balance,
            @ForAll @LongRange(min = 0, max = MOST) long more,
            @ForAll @IntRange(max = 600) int months,
            @ForAll @IntRange(max = 60) int longer,
            @ForAll @IntRange(min = 1, max = 24) int counted,
            @ForAll @IntRange(max = 24) int late) {
        int onTime = Math.max(0, counted - late);
        long limit = RULE.limit(new LimitBasis(balance, months, counted, onTime));

        assertTrue(RULE.limit(new LimitBasis(balance + more, months, counted, onTime)) >= limit);
        assertTrue(RULE.limit(new LimitBasis(balance, months + longer, counted, onTime)) >= limit);
        assertTrue(RULE.limit(new LimitBasis(balance, months, counted, Math.min(counted, onTime + 1))) >= limit);
    }

    @Example
    void countsAnInstalmentAsOnTimeUntilItsGraceEnds() {
        LocalDate due = LocalDate.of(2026, 12, 22);
        List<Bill> bills = List.of(
                new Bill.Paid(facts(1, due), due.plusDays(3), 0),
                new Bill.Paid(facts(2, due.plusMonths(1)), due.plusMonths(1).plusDays(4), 100),
                Bill.Due.of(facts(3, due.plusMonths(2))));

        assertEquals(
                new LimitBasis(1_000, 3, 2, 1),
                LimitBasis.of(1_000, LocalDate.of(2026, 11, 22), bills, due.plusMonths(2)));
        assertEquals(
                new LimitBasis(1_000, 3, 3, 1),
                LimitBasis.of(
                        1_000,
                        LocalDate.of(2026, 11, 22),
                        bills,
                        due.plusMonths(2).plusDays(4)));
    }

    @Example
    void looksAtTheLatestTwoYearsAlone() {
        LocalDate first = LocalDate.of(2026, 12, 22);
        List<Bill> bills = java.util.stream.IntStream.range(0, 30)
                .<Bill>mapToObj(i -> new Bill.Paid(
                        facts(i + 1, first.plusMonths(i)), first.plusMonths(i).plusDays(i < 6 ? 30 : 0), 0))
                .toList();

        LimitBasis basis = LimitBasis.of(1, first.minusMonths(1), bills, first.plusMonths(29));

        assertEquals(new LimitBasis(1, 30, 24, 24), basis);
    }

    private static BillFacts facts(int number, LocalDate due) {
        return SomeBills.facts(new UUID(0, 1), number, due, 100, 10);
    }
}
