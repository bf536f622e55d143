package io.anju.repayment.collection.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.rate.AnnualRate;
import io.anju.repayment.ledger.model.Receipt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an overdue instalment costs once the rate of its loan was fixed anew: 4,490.45 of 1,573.78 and 2,916.67, due on 20
 * December 2026 and billed at 3.5 %, half as much again for lateness.
 */
class RepricedLatenessTest {

    private static final UUID LOAN = UUID.randomUUID();
    private static final LocalDate DUE = LocalDate.of(2026, 12, 20);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final RateStep CHEAPER = step(NEW_YEAR, "0.032", 3);

    private final Bill.Unpaid bill = Bill.Due.of(SomeBills.facts(LOAN, 1, DUE, 157_378, 291_667));

    private static RateStep step(LocalDate date, String rate, long number) {
        return new RateStep(date, AnnualRate.of(rate), number);
    }

    @Test
    void everyDayCostsTheRateThatWasInForceOnIt() {
        Bill.Unpaid repriced = bill.following(List.of(CHEAPER));

        // 12 days at 5.25 % and 14 at 4.80 %: 275.41 and 293.77 fen of principal, 510.42 and 544.45 of interest.
        assertEquals(569 + 1_055, repriced.owedOn(LocalDate.of(2027, 1, 15)).penalty());
        // The day itself is the first at the new rate: until then nothing differs.
        assertEquals(bill.owedOn(NEW_YEAR), repriced.owedOn(NEW_YEAR));
        // One day of it: 275.41 + 20.98 and 510.42 + 38.89.
        assertEquals(296 + 549, repriced.owedOn(NEW_YEAR.plusDays(1)).penalty());
    }

    @Test
    void aRateFixedOnItsDueDateIsTheOneItIsLateAt() {
        Bill.Unpaid repriced = bill.following(List.of(step(DUE, "0.032", 3)));

        // Ten days at 4.80 %: 209.84 and 388.89 fen.
        assertEquals(210 + 389, repriced.owedOn(DUE.plusDays(10)).penalty());
    }

    @Test
    void aRateOfDaysBeforeItFellDueSaysNothingOfIt() {
        assertEquals(bill, bill.following(List.of(step(DUE.minusDays(1), "0.032", 3))));
    }

    @Test
    void graceStaysFreeAndItsDaysCountAtTheirOwnRatesAfterwards() {
        Bill.Unpaid repriced = bill.following(List.of(step(DUE.plusDays(2), "0.032", 3)));

        assertEquals(449_045, repriced.owedOn(DUE.plusDays(3)).total());
        // Two days at 5.25 % and two at 4.80 %: 45.90 + 41.97 and 85.07 + 77.78 fen.
        assertEquals(88 + 163, repriced.owedOn(DUE.plusDays(4)).penalty());
    }

    @Test
    void whatIsPaidOnTheDayIsWhatWasSaidToBeOwed() {
        LocalDate day = LocalDate.of(2027, 1, 15);
        Bill.Unpaid repriced = bill.following(List.of(CHEAPER));
        long said = repriced.owedOn(day).total();

        Bill.Received received = repriced.receive(day, said);

        assertInstanceOf(Bill.Paid.class, received.after());
        assertEquals(new Receipt(0, 569 + 1_055, 291_667, 157_378), received.parts());
        assertEquals(0, received.left());
    }

    /** The bank hears of a publication late: what was paid meanwhile was paid for what was owed by then. */
    @Test
    void aRateThatBecameKnownAfterAPaymentLeavesItAsItWasUsed() {
        LocalDate paidOn = NEW_YEAR.plusDays(10);
        var paid = (Bill.Unpaid) bill.receive(paidOn, 300_000).after();
        var share = new BillShare(
                LOAN,
                1,
                new BillShare.Payment(UUID.randomUUID()),
                paidOn,
                2,
                bill.receive(paidOn, 300_000).parts());

        Bill.Unpaid repriced = paid.following(List.of(CHEAPER));

        var replay = new BillReplay(List.of(repriced.facts()));
        assertEquals(true, replay.take(share));
        assertEquals(true, replay.agreesWith(repriced));
        // 22 days at 5.25 % cost 505 + 936, so that 298,559 were left for interest and principal; then ten at 4.80 %.
        long principal = 157_378 - (300_000 - 505 - 936 - 291_667);
        assertEquals(
                fen(principal, "0.048", 10),
                repriced.owedOn(paidOn.plusDays(10)).penalty());
    }

    private static long fen(long principal, String rate, int days) {
        return BigDecimal.valueOf(principal)
                .multiply(new BigDecimal(rate))
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(360), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Against a diary that adds up day by day, with decimals, and knows nothing of accruals. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void comesToTheFenOfADiaryOfItsDays(long seed) {
        var random = new Random(seed);
        var late = new LateRule(
                new BigDecimal(random.nextBoolean() ? "1.5" : "1.3"),
                random.nextInt(6),
                random.nextBoolean() ? DayCount.ACT_360 : DayCount.ACT_365,
                random.nextBoolean());
        List<RateStep> steps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            LocalDate date = DUE.plusDays(i * 25L + random.nextInt(25));
            steps.add(step(date, "0.0" + (200 + random.nextInt(400)), i + 1L));
        }
        long principal = 1 + random.nextLong(1_000_000);
        long interest = random.nextLong(1_000_000);
        Bill.Unpaid owing = Bill.Due.of(SomeBills.facts(LOAN, 1, DUE, principal, interest, late))
                .following(steps);
        var diary = new LateDiary(principal, interest, late, steps, DUE);

        LocalDate day = DUE.plusDays(late.graceDays() + 1L);
        for (int i = 0; i < 8; i++) {
            day = day.plusDays(1 + random.nextInt(20));
            diary.reach(day);
            assertEquals(diary.penalty(), owing.owedOn(day).penalty());
            long total = owing.owedOn(day).total();
            long part = random.nextLong(total / 2);
            Bill.Received received = owing.receive(day, part);
            diary.pay(part);
            owing = (Bill.Unpaid) received.after();
            assertEquals(diary.owed(), owing.owedOn(day).total());
        }
    }
}
