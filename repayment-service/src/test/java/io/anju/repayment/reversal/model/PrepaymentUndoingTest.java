package io.anju.repayment.reversal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.ledger.model.Reallocation;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.loan.model.LoanEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 1,000,000.00 at 3.5 % over 360 months, due on the 20th: the first instalment is 1,573.78 and 2,916.67, the second
 * 1,578.37 and 2,912.08. Five days after the first, 100,000.00 are prepaid.
 */
class PrepaymentUndoingTest {

    private static final LocalDate DUE = Life.START.plusMonths(1);
    private static final LocalDate NEXT = DUE.plusMonths(1);
    private static final long INSTALMENT = 449_045;

    private final UUID first = UUID.randomUUID();
    private final UUID prepayment = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final Life life = new Life(100_000_000, 360);

    @BeforeEach
    void prepaid() {
        life.must(new Act.Pay(first, DUE, INSTALMENT));
        life.must(new Act.Prepay(prepayment, DUE.plusDays(5), 10_000_000, PrepaymentOption.SMALLER_INSTALMENT));
    }

    @Test
    void theMirrorHasPrincipalInterestToDateAndCompensation() {
        // 998,426.22 for 5 days at 3.5 % of 360, and one percent.
        assertEquals(new Receipt(100_000, 0, 48_535, 10_000_000), life.posted.get(prepayment));

        Undoing undoing = life.undo(prepayment);

        assertEquals(10_148_535, undoing.event().amount());
        assertEquals(Reallocation.NONE, undoing.reallocation());
        assertEquals(99_842_622, undoing.loan().position().state().outstanding());
        assertEquals(INSTALMENT, undoing.loan().bill().instalment().amount());
    }

    @Test
    void whatWasBilledSinceIsBilledAsItWouldHaveBeen() {
        life.reach(NEXT.plusDays(5));
        long smaller = life.bills.get(2).facts().amount();
        assertTrue(smaller < INSTALMENT - 40_000, "a tenth less");
        life.must(new Act.Pay(second, NEXT.plusDays(5), life.owed(NEXT.plusDays(5))));

        Undoing undoing = life.undo(prepayment);

        var bill = assertInstanceOf(Bill.Due.class, undoing.bills().getFirst());
        assertEquals(157_837, bill.facts().principal());
        assertEquals(291_208, bill.facts().interest());
        // What was paid on the 25th pays the lateness of five days first: 1,578.37 → 1.15 and 2,912.08 → 2.12.
        Receipt parts = undoing.instead().getFirst().parts();
        assertEquals(115 + 212, parts.penalty());
        assertEquals(291_208, parts.interest());
        assertEquals(life.posted.get(second).total(), parts.total());
    }

    @Test
    void anInstalmentPaidAheadAndALaterPrepaymentStandOnIt() {
        life.must(new Act.Prepay(second, DUE.plusDays(7), 5_000_000, PrepaymentOption.SHORTER_TERM));
        life.must(new Act.Ahead(UUID.randomUUID(), DUE.plusDays(8)));

        assertEquals(
                Result.refused(new ReversalRefusal.StoodOn(
                        List.of("PREPAID " + DUE.plusDays(7), "PAID_AHEAD " + DUE.plusDays(8)))),
                life.undoing(prepayment));
    }

    @Test
    void whatWasPaidBeforeItHasNothingStandingOnItAfterwards() {
        life.keep(prepayment, life.undo(prepayment));

        assertEquals(1, life.undo(first).bills().size());
    }

    @Test
    void aSettledLoanIsRepaidAgain() {
        UUID settlement = UUID.randomUUID();
        life.must(new Act.Prepay(settlement, DUE.plusDays(10), Long.MAX_VALUE, PrepaymentOption.SHORTER_TERM));
        assertTrue(life.isSettled());

        Undoing undoing = life.undo(settlement);

        assertEquals(89_842_622, undoing.loan().position().state().outstanding());
        int number = life.quotedAt.get(settlement) + 1;
        assertEquals(List.of((long) number, number + 1L), undoing.event().takenBack());
        assertInstanceOf(LoanEvent.LoanSettled.class, life.events.get(number));
    }

    /** The second instalment, five days late: 1.15 and 2.12 besides what was billed after the first prepayment. */
    @Test
    void theBillsThatItHadPaidFirstAreOwedAgainWithTheirLateness() {
        LocalDate day = NEXT.plusDays(5);
        life.reach(day);
        long owed = life.owed(day);
        UUID both = UUID.randomUUID();
        life.must(new Act.Prepay(both, day, 5_000_000, PrepaymentOption.SMALLER_INSTALMENT));
        assertEquals(0, life.owed(day));
        life.reach(day.plusDays(5));

        Undoing undoing = life.undo(both);

        assertEquals(life.posted.get(both).total(), undoing.event().amount());
        assertEquals(Reallocation.NONE, undoing.reallocation());
        var bill = assertInstanceOf(Bill.Due.class, undoing.bills().getFirst());
        assertEquals(2, bill.facts().number());
        assertEquals(owed, bill.owedOn(day).total());
        // It has its grace from today on, as one that was taken for paid.
        assertEquals(day.plusDays(9), bill.overdueFrom());
        life.keep(both, undoing);
        assertEquals(1, life.undo(prepayment).bills().size());
    }

    @Test
    void whatIsNotAmongTheEventsIsNotTakenBack() {
        life.quotedAt.put(prepayment, life.events.size());

        assertEquals(Result.refused(new ReversalRefusal.NotTraced(prepayment)), life.undoing(prepayment));
    }
}
