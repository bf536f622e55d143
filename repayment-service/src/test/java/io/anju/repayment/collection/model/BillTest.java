package io.anju.repayment.collection.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.repayment.ledger.model.Receipt;
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
    private static final LocalDate LAST_OF_GRACE = DUE.plusDays(3);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration PAUSE = Duration.ofHours(4);
    private static final RetryPlan PLAN = new RetryPlan(5, 2, PAUSE, 1, SHANGHAI);
    private static final Instant MORNING = DUE.atTime(9, 0).atZone(SHANGHAI).toInstant();

    private final Bill.Due bill = Bill.Due.of(SomeBills.facts(UUID.randomUUID(), 1, DUE, 157_378, 291_667));

    @Test
    void owesNothingMoreWithinGrace() {
        assertEquals(449_045, bill.owedOn(DUE.plusDays(3)).total());
    }

    @Test
    void owesPenaltyFromTheFirstDayOnceGraceIsOver() {
        // 1,573.78 and 2,916.67 ten days late at 5.25 %: 2.30 and 4.25.
        assertEquals(230 + 425, bill.owedOn(DUE.plusDays(10)).penalty());
    }

    @Test
    void isPaidByWhatItOwes() {
        Bill.Received received = bill.receive(DUE, 449_045);

        assertEquals(new Bill.Paid(bill.facts(), DUE, 0), received.after());
        assertEquals(new Receipt(0, 0, 291_667, 157_378), received.parts());
    }

    @Test
    void usesAPartForPenaltyThenInterestThenPrincipal() {
        Bill.Received received = bill.receive(DUE.plusDays(10), 300_000);

        assertEquals(new Receipt(0, 655, 291_667, 7_678), received.parts());
        var rest = assertInstanceOf(Bill.Unpaid.class, received.after());
        assertEquals(149_700, rest.owedOn(DUE.plusDays(10)).total());
        assertEquals(Optional.of(Turn.on(DUE.plusDays(11))), rest.turn());
    }

    @Test
    void debitsTheRestOfAPartTheNextDayAndIsOverdueOnceGraceIsOver() {
        // A debit on the due date, and one days late that counts for it all the same.
        var rest = (Bill.Unpaid) bill.ordered().receive(DUE, 300_000).after();

        Bill.Unpaid inTime = rest.debitedInPart(LAST_OF_GRACE);
        Bill.Unpaid late = rest.debitedInPart(LAST_OF_GRACE.plusDays(1));

        assertInstanceOf(Bill.Due.class, inTime);
        assertEquals(Optional.of(Turn.on(LAST_OF_GRACE.plusDays(1))), inTime.turn());
        assertInstanceOf(Bill.Overdue.class, late);
        assertEquals(Optional.of(Turn.on(LAST_OF_GRACE.plusDays(2))), late.turn());
        assertEquals(1, late.attempts());
        assertEquals(149_045, inTime.owedOn(LAST_OF_GRACE).total());
    }

    @Test
    void chargesTheRestFromTheDayOfThePart() {
        var rest = (Bill.Unpaid) bill.receive(DUE.plusDays(10), 300_000).after();

        // Rounded once: 1,573.78 for ten days 2.2951 and 1,497.00 for two 0.4366 are 2.73, of which 2.30 are paid.
        assertEquals(43, rest.owedOn(DUE.plusDays(12)).penalty());
    }

    @Test
    void aPartPaymentInGraceDoesNotEndIt() {
        var rest = (Bill.Unpaid) bill.receive(DUE.plusDays(2), 200_000).after();

        assertEquals(0, rest.owedOn(DUE.plusDays(3)).penalty());
        // 1,573.78 and 916.67 ten days late at 5.25 %: 2.30 and 1.34.
        assertEquals(230 + 134, rest.owedOn(DUE.plusDays(10)).penalty());
    }

    @Test
    void tellsWhatIsLeftOver() {
        assertEquals(5, bill.receive(DUE, 449_050).left());
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
    void isNotOverdueAsLongAsItsGraceLasts() {
        Bill.Unpaid failed = bill.ordered().debitFailed(LAST_OF_GRACE, MORNING, PLAN);

        assertInstanceOf(Bill.Due.class, failed);
        assertEquals(
                List.of(),
                Collecting.of(List.of(failed), LAST_OF_GRACE, MORNING, PLAN).newlyOverdue());
    }

    @Test
    void isOverdueOnTheDayAfterItsGrace() {
        Bill.Unpaid failed = bill.ordered().debitFailed(LAST_OF_GRACE, MORNING, PLAN);

        Collecting next = Collecting.of(List.of(failed), LAST_OF_GRACE.plusDays(1), MORNING, PLAN);

        assertEquals(1, next.newlyOverdue().size());
        assertInstanceOf(Bill.Overdue.class, next.toDebit().orElseThrow());
        assertInstanceOf(Bill.Overdue.class, bill.ordered().debitFailed(LAST_OF_GRACE.plusDays(1), MORNING, PLAN));
    }

    @Test
    void isNotOverdueBeforeItsDueDate() {
        Bill.Unpaid failed = bill.ordered().debitFailed(DUE.minusDays(5), MORNING, PLAN);

        assertInstanceOf(Bill.Due.class, failed);
        assertEquals(Optional.of(Turn.on(DUE)), failed.turn());
    }

    @Test
    void isLookedAtOnceMoreWhenItsGraceIsOverEvenIfEnoughWasTried() {
        RetryPlan once = new RetryPlan(1, 1, PAUSE, 1, SHANGHAI);
        LocalDate overdue = LAST_OF_GRACE.plusDays(1);

        Bill.Unpaid failed = bill.ordered().debitFailed(DUE, MORNING, once);
        assertEquals(Optional.of(Turn.on(overdue)), failed.turn());

        Collecting next = Collecting.of(List.of(failed), overdue, MORNING, once);
        assertEquals(1, next.newlyOverdue().size());
        assertEquals(Optional.empty(), next.toDebit());
        assertEquals(Optional.empty(), next.bills().getFirst().turn());
    }

    @Test
    void isLookedAtWhenItsGraceIsOverThoughAPartWasPaidAfterEnoughWasTried() {
        RetryPlan once = new RetryPlan(1, 1, PAUSE, 1, SHANGHAI);
        var part =
                (Bill.Unpaid) bill.ordered().receive(DUE.plusDays(1), 100_000).after();

        Collecting next = Collecting.of(List.of(part), DUE.plusDays(2), MORNING, once);

        assertEquals(Optional.empty(), next.toDebit());
        assertEquals(
                Optional.of(Turn.on(LAST_OF_GRACE.plusDays(1))),
                next.bills().getFirst().turn());
    }

    @Test
    void isLookedAtWhenItsGraceIsOverThoughItsDebitsAreAWeekApart() {
        RetryPlan weekly = new RetryPlan(5, 1, PAUSE, 7, SHANGHAI);

        assertEquals(
                Optional.of(Turn.on(LAST_OF_GRACE.plusDays(1))),
                bill.ordered().debitFailed(DUE, MORNING, weekly).turn());
    }

    /** Due on a Saturday: Monday is the last day in time, and grace counts from there. */
    @Test
    void aHolidayPutsOffLatenessAndNotTheDebit() {
        LocalDate saturday = LocalDate.of(2027, 3, 20);
        LocalDate monday = LocalDate.of(2027, 3, 22);
        Bill.Due due =
                Bill.Due.of(SomeBills.until(monday, SomeBills.facts(UUID.randomUUID(), 1, saturday, 157_378, 291_667)));

        assertEquals(Optional.of(Turn.on(saturday)), due.turn());
        assertEquals(449_045, due.owedOn(LocalDate.of(2027, 3, 25)).total());
        // Four days since Monday at 5.25 %: 1,573.78 → 0.918 and 2,916.67 → 1.701; six since Saturday were 1.38 and
        // 2.55.
        assertEquals(92 + 170, due.owedOn(LocalDate.of(2027, 3, 26)).penalty());
        Bill.Unpaid tried = due.ordered().debitFailed(LocalDate.of(2027, 3, 25), MORNING, PLAN);
        assertEquals(
                List.of(),
                Collecting.of(List.of(tried), LocalDate.of(2027, 3, 25), MORNING, PLAN)
                        .newlyOverdue());
        assertEquals(
                1,
                Collecting.of(List.of(tried), LocalDate.of(2027, 3, 26), MORNING, PLAN)
                        .newlyOverdue()
                        .size());
    }

    @Test
    void aPartPaidOnTheHolidayIsSeenOnItsOwnDay() {
        LocalDate saturday = LocalDate.of(2027, 3, 20);
        Bill.Due due = Bill.Due.of(SomeBills.until(
                saturday.plusDays(2), SomeBills.facts(UUID.randomUUID(), 1, saturday, 157_378, 291_667)));

        var rest = (Bill.Unpaid) due.receive(saturday, 300_000).after();

        assertEquals(Optional.of(Turn.on(saturday.plusDays(1))), rest.turn());
        assertEquals(149_045, rest.owedOn(saturday.plusDays(5)).total());
        // Six days late by the calendar are four: 1,490.45 at 5.25 % → 0.869.
        assertEquals(87, rest.owedOn(saturday.plusDays(6)).penalty());
    }

    @Test
    void daysOnWhichADebitWasUnderWayAreNotTheBorrowers() {
        // Ordered on the due date, answered on the sixth day after.
        Bill.Unpaid late = bill.ordered().heldUp(DUE, DUE.plusDays(6)).debitFailed(DUE.plusDays(6), MORNING, PLAN);

        assertInstanceOf(Bill.Due.class, late);
        assertEquals(449_045, late.owedOn(DUE.plusDays(9)).total());
        // Ten days after the due date four count: as on the holiday above, 0.92 and 1.70.
        assertEquals(92 + 170, late.owedOn(DUE.plusDays(10)).penalty());
        assertEquals(
                1,
                Collecting.of(
                                List.of(late.ordered().debitFailed(DUE.plusDays(9), MORNING, PLAN)),
                                DUE.plusDays(10),
                                MORNING,
                                PLAN)
                        .newlyOverdue()
                        .size());
    }

    @Test
    void anOverdueBillPaysNothingForDaysOnWhichItsDebitWasUnderWay() {
        Bill.Unpaid overdue = bill.ordered().debitFailed(DUE.plusDays(4), MORNING, PLAN);

        Bill.Unpaid late = overdue.ordered().heldUp(DUE.plusDays(5), DUE.plusDays(11));

        // Five of the eleven days: 1,573.78 → 1.148 and 2,916.67 → 2.127.
        assertInstanceOf(Bill.Overdue.class, late);
        assertEquals(115 + 213, late.owedOn(DUE.plusDays(11)).penalty());
    }

    @Test
    void anOutcomeOfTheSameDayHoldsNothingUp() {
        assertEquals(bill, bill.heldUp(DUE, DUE));
        assertEquals(bill, bill.heldUp(DUE.minusDays(3), DUE));
    }

    @Test
    void debitsTheOldestWhicheverTurnHasCome() {
        Bill.Unpaid oldest =
                bill.ordered().ordered().ordered().ordered().ordered().debitFailed(DUE.plusDays(5), MORNING, PLAN);
        assertEquals(Optional.empty(), oldest.turn());
        LocalDate later = DUE.plusMonths(1);
        Bill.Due newer = Bill.Due.of(SomeBills.facts(bill.facts().loanId(), 2, later, 157_837, 291_208));

        Collecting both = Collecting.of(List.of(oldest, newer), later, MORNING, PLAN);

        assertEquals(Optional.of(oldest), both.toDebit());
        Bill.Unpaid waited = Collecting.afterFailure(newer, later, MORNING, PLAN);
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
            assertEquals(day > 3, waiting instanceof Bill.Overdue);
        }
        Collecting next = Collecting.of(List.of(waiting), DUE.plusDays(10), MORNING, PLAN);
        assertEquals(Optional.of(waiting), next.toDebit());
        assertEquals(DUE.plusDays(10), waiting.debitedFor(DUE.plusDays(10)));
    }

    @Test
    void isOverdueAfterItsGraceHadNothingToDebitEvenIfThereIsSomethingThen() {
        LocalDate next = LAST_OF_GRACE.plusDays(1);
        Bill.Unpaid waiting =
                Collecting.withoutPayer(List.of(bill), LAST_OF_GRACE, MORNING).getFirst();

        Collecting now = Collecting.of(List.of(waiting), next, MORNING, PLAN);

        assertEquals(1, now.newlyOverdue().size());
        assertEquals(next, now.toDebit().orElseThrow().debitedFor(next));
    }

    @Test
    void isLeftToTheBorrowerAfterEnoughAttempts() {
        Bill.Unpaid failed =
                bill.ordered().ordered().ordered().ordered().ordered().debitFailed(DUE.plusDays(5), MORNING, PLAN);

        assertEquals(Optional.empty(), failed.turn());
    }
}
