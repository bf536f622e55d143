package io.anju.repayment.collection.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.arrears.LatePolicy;
import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.rate.AnnualRate;
import io.anju.repayment.ledger.model.Receipt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BillTest {

    private static final LocalDate DUE = LocalDate.of(2027, 1, 20);
    private static final LatePolicy POLICY = new LatePolicy(
            new LateRule(new BigDecimal("1.5"), 3, DayCount.ACT_360, true), new BigDecimal("2.0"), true, false);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration PAUSE = Duration.ofHours(4);
    private static final RetryPlan PLAN = new RetryPlan(5, 2, PAUSE, 1, SHANGHAI);
    private static final Instant MORNING = DUE.atTime(9, 0).atZone(SHANGHAI).toInstant();

    private final Bill.Due bill =
            Bill.Due.of(new Bill.Facts(UUID.randomUUID(), 1, DUE, 157_378, 291_667, AnnualRate.of("0.035")));

    @Test
    void owesNothingMoreWithinGrace() {
        assertEquals(449_045, bill.owedOn(DUE.plusDays(3), POLICY).total());
    }

    @Test
    void owesPenaltyFromTheFirstDayOnceGraceIsOver() {
        // 1,573.78 and 2,916.67 ten days late at 5.25 %: 2.30 and 4.25.
        assertEquals(230 + 425, bill.owedOn(DUE.plusDays(10), POLICY).penalty());
    }

    @Test
    void isPaidByWhatItOwes() {
        Bill.Received received = bill.receive(DUE, 449_045, POLICY);

        assertEquals(new Bill.Paid(bill.facts(), DUE, 0), received.after());
        assertEquals(new Receipt(0, 0, 291_667, 157_378), received.parts());
    }

    @Test
    void usesAPartForPenaltyThenInterestThenPrincipal() {
        Bill.Received received = bill.receive(DUE.plusDays(10), 300_000, POLICY);

        assertEquals(new Receipt(0, 655, 291_667, 7_678), received.parts());
        var rest = assertInstanceOf(Bill.Unpaid.class, received.after());
        assertEquals(149_700, rest.owedOn(DUE.plusDays(10), POLICY).total());
        assertEquals(Optional.of(Turn.on(DUE.plusDays(11))), rest.turn());
    }

    @Test
    void chargesTheRestFromTheDayOfThePart() {
        var rest = (Bill.Unpaid) bill.receive(DUE.plusDays(10), 300_000, POLICY).after();

        // Rounded once: 1,573.78 for ten days 2.2951 and 1,497.00 for two 0.4366 are 2.73, of which 2.30 are paid.
        assertEquals(43, rest.owedOn(DUE.plusDays(12), POLICY).penalty());
    }

    @Test
    void aPartPaymentInGraceDoesNotEndIt() {
        var rest = (Bill.Unpaid) bill.receive(DUE.plusDays(2), 200_000, POLICY).after();

        assertEquals(0, rest.owedOn(DUE.plusDays(3), POLICY).penalty());
        // 1,573.78 and 916.67 ten days late at 5.25 %: 2.30 and 1.34.
        assertEquals(230 + 134, rest.owedOn(DUE.plusDays(10), POLICY).penalty());
    }

    @Test
    void tellsWhatIsLeftOver() {
        assertEquals(5, bill.receive(DUE, 449_050, POLICY).left());
    }

    @Test
    void isTriedAgainLaterOnItsDueDateAndNotOverdueYet() {
        Bill.Unpaid failed = bill.ordered().debitFailed(DUE, MORNING, PLAN);

        assertInstanceOf(Bill.Due.class, failed);
        assertEquals(Optional.of(new Turn(DUE, Optional.of(MORNING.plus(PAUSE)))), failed.turn());
    }

    @Test
    void waitsForTheNextDayWhenTheDayHasHadItsDebits() {
        Bill.Unpaid failed = bill.ordered().ordered().debitFailed(DUE, MORNING, PLAN);

        assertInstanceOf(Bill.Due.class, failed);
        assertEquals(Optional.of(Turn.on(DUE.plusDays(1))), failed.turn());
    }

    @Test
    void waitsForTheNextDayWhenThisOneEndsBefore() {
        Instant evening = DUE.atTime(21, 0).atZone(SHANGHAI).toInstant();

        assertEquals(
                Optional.of(Turn.on(DUE.plusDays(1))),
                bill.ordered().debitFailed(DUE, evening, PLAN).turn());
    }

    @Test
    void isOverdueWhenItsDebitFailsAfterTheDueDate() {
        assertInstanceOf(Bill.Overdue.class, bill.ordered().debitFailed(DUE.plusDays(1), MORNING, PLAN));
    }

    @Test
    void isNotOverdueBeforeItsDueDate() {
        Bill.Unpaid failed = bill.ordered().debitFailed(DUE.minusDays(5), MORNING, PLAN);

        assertInstanceOf(Bill.Due.class, failed);
        assertEquals(Optional.of(Turn.on(DUE)), failed.turn());
    }

    @Test
    void isLookedAtOnceMoreTheDayAfterEvenWhenEnoughWasTried() {
        RetryPlan once = new RetryPlan(1, 1, PAUSE, 1, SHANGHAI);

        Bill.Unpaid failed = bill.ordered().debitFailed(DUE, MORNING, once);
        assertEquals(Optional.of(Turn.on(DUE.plusDays(1))), failed.turn());

        Collecting next = Collecting.of(List.of(failed), DUE.plusDays(1), MORNING, once);
        assertEquals(1, next.newlyOverdue().size());
        assertEquals(Optional.empty(), next.toDebit());
        assertEquals(Optional.empty(), next.bills().getFirst().turn());
    }

    @Test
    void debitsTheOldestWhicheverTurnHasCome() {
        Bill.Unpaid oldest =
                bill.ordered().ordered().ordered().ordered().ordered().debitFailed(DUE.plusDays(5), MORNING, PLAN);
        assertEquals(Optional.empty(), oldest.turn());
        LocalDate later = DUE.plusMonths(1);
        Bill.Due newer =
                Bill.Due.of(new Bill.Facts(bill.facts().loanId(), 2, later, 157_837, 291_208, AnnualRate.of("0.035")));

        Collecting both = Collecting.of(List.of(oldest, newer), later, MORNING, PLAN);

        assertEquals(Optional.of(oldest), both.toDebit());
        Bill.Unpaid waited =
                Collecting.afterFailure(List.of(newer), later, MORNING, PLAN).getFirst();
        assertEquals(Optional.of(new Turn(later, Optional.of(MORNING.plus(PAUSE)))), waited.turn());
    }

    @Test
    void aTurnWithNothingToDebitIsNoDebitAndComesAgainTheNextDay() {
        Bill.Unpaid waiting = bill;
        for (int day = 0; day < 10; day++) {
            LocalDate today = DUE.plusDays(day);
            waiting = Collecting.withoutPayer(List.of(waiting), today, MORNING).getFirst();

            assertEquals(0, waiting.attempts());
            assertEquals(Optional.of(Turn.on(today.plusDays(1))), waiting.turn());
            assertEquals(day > 0, waiting instanceof Bill.Overdue);
        }
        Collecting next = Collecting.of(List.of(waiting), DUE.plusDays(10), MORNING, PLAN);
        assertEquals(Optional.of(waiting), next.toDebit());
        assertEquals(DUE.plusDays(10), waiting.debitedFor(DUE.plusDays(10)));
    }

    @Test
    void isOverdueTheDayAfterItsDueDateHadNothingToDebitEvenIfThereIsSomethingThen() {
        LocalDate next = DUE.plusDays(1);
        Bill.Unpaid waiting =
                Collecting.withoutPayer(List.of(bill), DUE, MORNING).getFirst();

        Collecting now = Collecting.of(List.of(waiting), next, MORNING, PLAN);

        assertEquals(1, now.newlyOverdue().size());
        assertEquals(next, now.toDebit().orElseThrow().debitedFor(next));
    }

    @Test
    void isLeftToTheBorrowerAfterEnoughAttempts() {
        Bill.Unpaid failed =
                bill.ordered().ordered().ordered().ordered().ordered().debitFailed(DUE.plusDays(2), MORNING, PLAN);

        assertEquals(Optional.empty(), failed.turn());
    }
}
