package io.anju.repayment.prepayment.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.arrears.LatePolicy;
import io.anju.kernel.prepay.PrepaymentPolicy;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillReplay;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.model.Receipt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Loans at random, some instalments late and some of those paid in part: what is quoted is what is paid, to the fen. */
class OverduePaymentPropertiesTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 20);
    private static final LatePolicy POLICY = LatePolicy.DEFAULT;
    private static final UUID LOAN = UUID.randomUUID();

    private final List<Bill.Facts> billed = new ArrayList<>();
    private final List<Bill.Unpaid> unpaid = new ArrayList<>();
    private final List<BillShare> shares = new ArrayList<>();

    @RepeatedTest(200)
    void paysWhatWasQuotedAndReplays(RepetitionInfo repetition) {
        Random random = new Random(20_261_130L + repetition.getCurrentRepetition());
        LoanPosition position = bill(random);
        LocalDate day = position.accruedTo().plusDays(random.nextInt(28));
        payInPart(random, day);

        Quote quote = quote(random, position, day);
        OverduePayment payment = OverduePayment.of(quote, unpaid, POLICY);

        assertEquals(unpaid.size(), payment.bills().size());
        assertEquals(OverdueBill.total(quote.overdue()), payment.parts().total());
        Receipt early = new Receipt(quote.compensation(), 0, quote.interest(), quote.principal());
        assertEquals(quote.total(), payment.parts().plus(early).total());

        var replay = new BillReplay(billed, POLICY);
        shares.addAll(payment.settledBy(UUID.randomUUID(), 1));
        shares.forEach(share -> assertTrue(replay.take(share), share::toString));
        payment.bills().forEach(bill -> assertTrue(replay.agreesWith(bill), bill::toString));
    }

    private LoanPosition bill(Random random) {
        LoanPosition position = LoanPosition.opening(RepaymentTerms.monthly(
                random.nextLong(1_000_000, 500_000_000),
                AnnualRate.of(BigDecimal.valueOf(100 + random.nextInt(800), 4)),
                12 + random.nextInt(349),
                random.nextBoolean() ? Method.EQUAL_INSTALMENT : Method.EQUAL_PRINCIPAL,
                START,
                START.plusMonths(1)));
        int instalments = 1 + random.nextInt(5);
        for (int i = 0; i < instalments; i++) {
            LoanPosition.Billed next = position.bill();
            var facts = Bill.Facts.of(LOAN, next.instalment(), position.state().annualRate());
            billed.add(facts);
            unpaid.add(Bill.Due.of(facts).ordered());
            position = next.after();
        }
        return position;
    }

    /** Money in small parts for the oldest, and sometimes all of it. */
    private void payInPart(Random random, LocalDate until) {
        LocalDate date = unpaid.getFirst().facts().dueDate();
        for (int i = random.nextInt(4); i > 0 && unpaid.size() > 1; i--) {
            date = date.plusDays(random.nextInt(20));
            if (date.isAfter(until)) {
                return;
            }
            Bill.Unpaid oldest = unpaid.getFirst();
            long owed = oldest.owedOn(date, POLICY).total();
            long amount = random.nextInt(3) == 0 ? owed : 1 + random.nextLong(owed);
            Bill.Received received = oldest.receive(date, amount, POLICY);
            shares.add(new BillShare(
                    LOAN,
                    oldest.facts().number(),
                    new BillShare.Payment(UUID.randomUUID()),
                    date,
                    1,
                    received.parts()));
            if (received.after() instanceof Bill.Unpaid still) {
                unpaid.set(0, still);
            } else {
                unpaid.removeFirst();
            }
        }
    }

    private Quote quote(Random random, LoanPosition position, LocalDate day) {
        var loan = new PrepaymentRules.Candidate(
                LOAN, position, 1, unpaid, POLICY, Optional.empty(), Optional.empty(), List.of(), false);
        long part = position.state().outstanding() / 2;
        var ask = new PrepaymentRules.Ask(day, part, random.nextBoolean());
        return switch (PrepaymentRules.offer(loan, ask, day, PrepaymentPolicy.FREE, UUID::randomUUID)) {
            case Result.Ok<Offer, PrepaymentRefusal>(Offer offer) ->
                offer.choices().get(random.nextInt(offer.choices().size())).quote();
            case Result.Refused<Offer, PrepaymentRefusal>(PrepaymentRefusal refusal) ->
                throw new AssertionError(refusal.toString());
        };
    }
}
