package io.anju.repayment.reversal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.Turn;
import io.anju.repayment.ledger.model.Reallocation;
import io.anju.repayment.ledger.model.Receipt;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 1,000,000.00 at 3.5 % over 360 months, due on the 20th: the first instalment is 1,573.78 and 2,916.67. */
class UndoingTest {

    private static final LocalDate DUE = Life.START.plusMonths(1);
    private static final long INSTALMENT = 449_045;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final Life life = new Life(100_000_000, 360);

    @Test
    void theInstalmentOwesItAgainWithAllThatComesOfBeingLate() {
        life.must(new Act.Pay(first, DUE, INSTALMENT));
        life.reach(DUE.plusDays(10));

        Undoing undoing = life.undo(first);

        var bill = assertInstanceOf(Bill.Due.class, undoing.bills().getFirst());
        // Ten days at 5.25 %: 1,573.78 → 2.30 and 2,916.67 → 4.25.
        assertEquals(INSTALMENT + 230 + 425, bill.owedOn(DUE.plusDays(10)).total());
        assertEquals(Reallocation.NONE, undoing.reallocation());
    }

    @Test
    void itIsDebitedTheNextDayAndHasItsGraceBeforeItIsOverdue() {
        life.must(new Act.Pay(first, DUE, INSTALMENT));
        LocalDate today = DUE.plusDays(10);
        life.reach(today);

        var bill = assertInstanceOf(Bill.Due.class, life.undo(first).bills().getFirst());

        assertEquals(Optional.of(Turn.on(today.plusDays(1))), bill.turn());
        assertEquals(today.plusDays(1), bill.debitedFor(today.plusDays(1)));
        // Three days of grace as after a due date.
        assertEquals(today.plusDays(4), bill.overdueFrom());
    }

    @Test
    void aLaterPaymentPaysTheOldestInstalmentThen() {
        life.must(new Act.Pay(first, DUE, INSTALMENT));
        life.must(new Act.Pay(second, DUE.plusMonths(1), INSTALMENT));

        Undoing undoing = life.undo(first);

        // 28 days at 5.25 %: 1,573.78 → 6.43 and 2,916.67 → 11.91, which is paid first.
        assertEquals(
                new Receipt(0, 643 + 1_191, 291_667, INSTALMENT - 643 - 1_191 - 291_667),
                undoing.instead().getFirst().parts());
        assertEquals(1, undoing.instead().size());
        // The second instalment's interest was 2,912.08 of 4,490.45.
        assertEquals(new Reallocation(0, 1_834, 291_667 - 291_208, 155_544 - 157_837), undoing.reallocation());
        assertInstanceOf(Bill.Due.class, undoing.bills().get(1));
    }

    @Test
    void anInstalmentPaidAheadIsNotBilledBeforeItsDueDate() {
        life.must(new Act.Ahead(first, DUE.minusDays(5)));

        Undoing undoing = life.undo(first);

        assertEquals(1, undoing.unbilled().orElseThrow());
        assertTrue(undoing.bills().isEmpty());
        assertEquals(100_000_000, undoing.loan().position().state().outstanding());
        assertEquals(DUE, undoing.loan().position().nextDue());
    }

    @Test
    void aPrepaymentStandsOnWhatWasPaidBeforeIt() {
        life.must(new Act.Pay(first, DUE, INSTALMENT));
        life.must(new Act.Prepay(second, DUE.plusDays(2), 10_000_000, PrepaymentOption.SMALLER_INSTALMENT));

        assertEquals(
                Result.refused(new ReversalRefusal.StoodOn(List.of("PREPAID " + DUE.plusDays(2)))),
                life.undoing(first));
    }

    @Test
    void anInstalmentPaidAheadStandsOnThatNoneWasUnpaid() {
        life.must(new Act.Pay(first, DUE, INSTALMENT));
        life.must(new Act.Ahead(second, DUE.plusDays(3)));

        assertEquals(
                Result.refused(new ReversalRefusal.StoodOn(List.of("PAID_AHEAD " + DUE.plusDays(3)))),
                life.undoing(first));
        // The later one can be, and then the earlier.
        life.keep(second, life.undo(second));
        assertEquals(1, life.undo(first).bills().size());
    }

    @Test
    void whatIsNotKnownToTheFenIsNotTakenBack() {
        life.must(new Act.Pay(first, DUE, 100));
        life.must(new Act.Pay(second, DUE, 100));
        life.shares.removeFirst();

        assertEquals(Result.refused(new ReversalRefusal.NotTraced(second)), life.undoing(second));
        assertEquals(Result.refused(new ReversalRefusal.NotTraced(first)), life.undoing(first));
    }
}
