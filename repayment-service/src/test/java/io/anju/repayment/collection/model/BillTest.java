package io.anju.repayment.collection.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.rate.AnnualRate;
import io.anju.repayment.ledger.model.Receipt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BillTest {

    private static final LocalDate DUE = LocalDate.of(2027, 1, 20);
    private static final LateRule RULE = new LateRule(new BigDecimal("1.5"), 3, DayCount.ACT_360, true);
    private static final RetryPlan PLAN = new RetryPlan(3, 1);

    private final Bill.Due bill =
            Bill.Due.of(new Bill.Facts(UUID.randomUUID(), 1, DUE, 157_378, 291_667, AnnualRate.of("0.035")));

    @Test
    void owesNothingMoreWithinGrace() {
        assertEquals(449_045, bill.owedOn(DUE.plusDays(3), RULE).total());
    }

    @Test
    void owesPenaltyFromTheFirstDayOnceGraceIsOver() {
        // 1,573.78 and 2,916.67 ten days late at 5.25 %: 2.30 and 4.25.
        assertEquals(230 + 425, bill.owedOn(DUE.plusDays(10), RULE).penalty());
    }

    @Test
    void isPaidByWhatItOwes() {
        Bill.Received received = bill.receive(DUE, 449_045, RULE);

        assertEquals(new Bill.Paid(bill.facts(), DUE, 0), received.after());
        assertEquals(new Receipt(0, 0, 291_667, 157_378), received.parts());
    }

    @Test
    void usesAPartForPenaltyThenInterestThenPrincipal() {
        Bill.Received received = bill.receive(DUE.plusDays(10), 300_000, RULE);

        assertEquals(new Receipt(0, 655, 291_667, 7_678), received.parts());
        var rest = assertInstanceOf(Bill.Unpaid.class, received.after());
        assertEquals(149_700, rest.owedOn(DUE.plusDays(10), RULE).total());
        assertEquals(Optional.of(DUE.plusDays(11)), rest.collectOn());
    }

    @Test
    void chargesTheRestFromTheDayOfThePart() {
        var rest = (Bill.Unpaid) bill.receive(DUE.plusDays(10), 300_000, RULE).after();

        // 1,497.00 two days late at 5.25 %.
        assertEquals(44, rest.owedOn(DUE.plusDays(12), RULE).penalty());
    }

    @Test
    void tellsWhatIsLeftOver() {
        assertEquals(5, bill.receive(DUE, 449_050, RULE).left());
    }

    @Test
    void isOverdueWhenItsDebitFailsOnTheDueDate() {
        Bill.Unpaid failed = bill.ordered().debitFailed(DUE, PLAN);

        assertInstanceOf(Bill.Overdue.class, failed);
        assertEquals(Optional.of(DUE.plusDays(1)), failed.collectOn());
    }

    @Test
    void isNotOverdueBeforeItsDueDate() {
        Bill.Unpaid failed = bill.ordered().debitFailed(DUE.minusDays(5), PLAN);

        assertInstanceOf(Bill.Due.class, failed);
        assertEquals(Optional.of(DUE), failed.collectOn());
    }

    @Test
    void isLeftToTheBorrowerAfterEnoughAttempts() {
        Bill.Unpaid failed = bill.ordered().ordered().ordered().debitFailed(DUE.plusDays(2), PLAN);

        assertEquals(Optional.empty(), failed.collectOn());
    }
}
