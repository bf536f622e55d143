package io.anju.repayment.prepayment.model;

import static io.anju.repayment.prepayment.model.SomeOffers.POLICY;
import static io.anju.repayment.prepayment.model.SomeOffers.assertRefused;
import static io.anju.repayment.prepayment.model.SomeOffers.billed;
import static io.anju.repayment.prepayment.model.SomeOffers.choice;
import static io.anju.repayment.prepayment.model.SomeOffers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.ledger.model.Receipt;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who repays early pays what is overdue first. */
class OverdueFirstTest {

    private static final LocalDate LATE_DAY = LocalDate.of(2026, 12, 30);
    private static final Bill.Unpaid LATE_BILL = Bill.Due.of(new BillFacts(
                    UUID.randomUUID(),
                    1,
                    LocalDate.of(2026, 12, 22),
                    LocalDate.of(2026, 12, 22),
                    157_378,
                    291_667,
                    AnnualRate.of("0.035"),
                    LateRule.DEFAULT))
            .ordered();

    /** 4,490.45 eight days late at 5.25 %: 1.84 on 1,573.78 and 3.40 on 2,916.67; 998,426.22 for eight days at 3.5 %. */
    @Test
    void paysWhatIsOverdueFirst() {
        var late = new OverdueBill(1, LATE_DAY, 184 + 340, 291_667, 157_378);

        Quote whole = value(offerLate(late(LATE_BILL, false), 0, true))
                .choices()
                .getFirst()
                .quote();
        assertEquals(List.of(late), whole.overdue());
        assertEquals(449_045 + 524 + 99_842_622 + 77_655, whole.total());

        Quote part = choice(value(offerLate(late(LATE_BILL, false), 20_000_000, false)), Way.SMALLER_INSTALMENT)
                .quote();
        assertEquals(449_045 + 524 + 20_000_000 + 77_655, part.total());
        // The settlement figure means everything, what is overdue included.
        assertEquals(
                Way.FULL,
                value(offerLate(late(LATE_BILL, false), whole.total(), false))
                        .choices()
                        .getFirst()
                        .quote()
                        .way());
    }

    @Test
    void isOvertakenWhenABillOwesSomethingElseAndWaitsForItsDebit() {
        Quote quote = value(offerLate(late(LATE_BILL, false), 0, true))
                .choices()
                .getFirst()
                .quote();
        var partlyPaid = (Bill.Unpaid) LATE_BILL.receive(LATE_DAY, 100).after();

        assertEquals(Optional.empty(), PrepaymentRules.findRefusal(quote, late(LATE_BILL, false), LATE_DAY));
        assertEquals(
                Optional.of(
                        new PrepaymentRefusal.QuoteOvertaken(quote.id(), List.of("BILL_CHANGED"), Optional.empty())),
                PrepaymentRules.findRefusal(quote, late(partlyPaid, false), LATE_DAY));
        assertInstanceOf(
                PrepaymentRefusal.UnderWay.class,
                PrepaymentRules.findRefusal(quote, late(partlyPaid, true), LATE_DAY)
                        .orElseThrow());
        assertRefused(PrepaymentRefusal.UnderWay.class, offerLate(late(LATE_BILL, true), 0, true));
    }

    @Test
    void whatIsTakenPaysEachBillByWhatItOwes() {
        Quote quote = value(offerLate(late(LATE_BILL, false), 0, true))
                .choices()
                .getFirst()
                .quote();

        OverduePayment paid = OverduePayment.of(quote, List.of(LATE_BILL));

        assertEquals(List.of(new Bill.Paid(LATE_BILL.facts(), LATE_DAY, 524)), paid.bills());
        assertEquals(new Receipt(0, 524, 291_667, 157_378), paid.parts());
        assertThrows(IllegalStateException.class, () -> OverduePayment.of(quote, List.of()));
    }

    private static Result<Offer, PrepaymentRefusal> offerLate(
            PrepaymentRules.Candidate loan, long amount, boolean full) {
        return PrepaymentRules.offer(loan, new PrepaymentRules.Ask(LATE_DAY, amount, full), LATE_DAY, UUID::randomUUID);
    }

    private static PrepaymentRules.Candidate late(Bill.Unpaid bill, boolean held) {
        return new PrepaymentRules.Candidate(
                LATE_BILL.facts().loanId(),
                billed(1),
                2,
                List.of(bill),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                held,
                POLICY);
    }
}
