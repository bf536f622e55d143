package io.anju.repayment.reversal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.loan.model.LoanReplay;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The bank returns a debit of a loan that is settled by then. 1,000,000.00 at 3.5 %, due on the 20th: the first of 360
 * instalments is 1,573.78 and 2,916.67.
 */
class SettledUndoingTest {

    private static final LocalDate DUE = Life.START.plusMonths(1);
    private static final long INSTALMENT = 449_045;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID rest = UUID.randomUUID();

    @Test
    void aLoanThatItsLastInstalmentSettledIsRepaidAgain() {
        Life life = new Life(1_000_000, 2);
        life.must(new Act.Pay(first, DUE, life(life, DUE)));
        LocalDate last = DUE.plusMonths(1);
        life.must(new Act.Pay(second, last, life(life, last)));
        assertTrue(life.isSettled());
        life.reach(last.plusDays(3));

        Undoing undoing = life.undo(second);

        assertEquals(List.of((long) life.events.size()), undoing.event().takenBack());
        var bill = assertInstanceOf(Bill.Due.class, undoing.bills().getFirst());
        assertEquals(2, bill.facts().number());
        assertEquals(bill.facts().amount(), bill.owedOn(last).total());
        life.keep(second, undoing);
        assertConsistent(life);
        // Paid anew, it is settled anew.
        life.must(new Act.Pay(UUID.randomUUID(), last.plusDays(10), life.owed(last.plusDays(10))));
        assertTrue(life.isSettled());
        assertConsistent(life);
    }

    @Test
    void whatWasRepaidEarlyStaysSoAndTheInstalmentIsOwedAlone() {
        Life life = new Life(100_000_000, 360);
        life.must(new Act.Pay(first, DUE, INSTALMENT));
        life.must(new Act.Prepay(rest, DUE.plusDays(2), Long.MAX_VALUE, PrepaymentOption.SHORTER_TERM));
        life.reach(DUE.plusDays(10));

        Undoing undoing = life.undo(first);

        assertEquals(0, undoing.loan().position().state().outstanding());
        var bill = assertInstanceOf(Bill.Due.class, undoing.bills().getFirst());
        // Ten days at 5.25 %: 1,573.78 → 2.30 and 2,916.67 → 4.25.
        assertEquals(INSTALMENT + 230 + 425, bill.owedOn(DUE.plusDays(10)).total());
        life.keep(first, undoing);
        assertConsistent(life);
        life.must(new Act.Pay(second, DUE.plusDays(10), INSTALMENT + 230 + 425));
        assertTrue(life.isSettled());
        assertConsistent(life);
    }

    /** The transfer that settled it had paid the second instalment first: by now it pays the first one first. */
    @Test
    void theTransferThatSettledItPaysTheOldestInstalmentThen() {
        Life life = new Life(100_000_000, 360);
        LocalDate day = DUE.plusMonths(1).plusDays(5);
        life.must(new Act.Pay(first, DUE, INSTALMENT));
        life.must(new Act.Prepay(rest, day, Long.MAX_VALUE, PrepaymentOption.SHORTER_TERM));
        assertTrue(life.isSettled());

        Undoing undoing = life.undo(first);

        // 33 days late the first one owes more than the second owed, five days late: the rest of it is principal.
        var oldest = assertInstanceOf(Bill.Due.class, undoing.bills().getFirst());
        assertEquals(0, oldest.open().interest());
        assertTrue(oldest.open().principal() > 0 && oldest.open().principal() < 3_000);
        var next = assertInstanceOf(Bill.Due.class, undoing.bills().get(1));
        assertEquals(next.facts().principal(), next.open().principal());
        life.keep(first, undoing);
        assertConsistent(life);
        // And it can be taken back itself, whatever it is used for by now.
        life.keep(rest, life.undo(rest));
        assertConsistent(life);
        assertEquals(2, life.unpaid().size());
        // The second instalment's principal is 1,578.37.
        assertEquals(
                100_000_000 - 157_378 - 157_837,
                life.active().position().state().outstanding());
        assertEquals(0, life.booked.total());
    }

    @Test
    void anInstalmentPaidAheadIsStoodOnByTheRestThatWasRepaidWithIt() {
        Life life = new Life(100_000_000, 360);
        life.must(new Act.Ahead(first, DUE.minusDays(5)));
        life.must(new Act.Prepay(rest, DUE.plusDays(2), Long.MAX_VALUE, PrepaymentOption.SHORTER_TERM));

        assertEquals(
                Result.refused(new ReversalRefusal.StoodOn(List.of("PREPAID " + DUE.plusDays(2)))),
                life.undoing(first));
    }

    private static long life(Life life, LocalDate day) {
        life.reach(day);
        return life.owed(day);
    }

    private static void assertConsistent(Life life) {
        assertEquals(life.loan, LoanReplay.of(life.loan.agreement(), life.events), "replayed from nothing");
        long early = life.isSettled() ? 0 : life.active().position().state().outstanding();
        assertEquals(
                life.loan.agreement().terms().principal() - life.booked.principal(),
                early
                        + life.unpaid().stream()
                                .mapToLong(bill -> bill.open().principal())
                                .sum(),
                "what the ledger says is owed");
        assertTrue(Undoing.areTraced(List.copyOf(life.bills.values()), life.shares));
    }
}
