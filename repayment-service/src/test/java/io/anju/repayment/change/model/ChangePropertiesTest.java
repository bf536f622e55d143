package io.anju.repayment.change.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.prepay.EarlyDay;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kernel.schedule.ScheduleRefusal;
import io.anju.repayment.loan.model.CatchUp;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.LoanReplay;
import io.anju.repayment.loan.model.RateBasis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Loans that live and are changed at random: what holds for every one of them. */
class ChangePropertiesTest {

    private static final int LOANS = 400;
    private static final int STEPS = 12;
    private static final long SEED = 20_261_129;

    private final Random random = new Random(SEED);
    private int offers;

    /** One loan's life: its events beside where they brought it. */
    private static final class Life {
        private final List<LoanEvent> events = new ArrayList<>();
        private long repaid;
        private Loan.Active loan;

        Life(Loan.Active begun) {
            loan = begun;
            events.add(new LoanEvent.Disbursed(
                    begun.agreement().terms().startDate(),
                    begun.agreement().terms().principal()));
        }
    }

    /** What is simulated is what is done, on whatever day of its validity, and what is lent is repaid to the fen. */
    @Test
    void comesToWhatWasSimulatedAndRepaysWhatWasLent() {
        for (int i = 0; i < LOANS; i++) {
            Life life = new Life(someLoan());
            for (int step = 0; step < STEPS && life.loan.position().state().left() > 1; step++) {
                live(life);
                change(life);
            }
            long left = life.loan.position().remaining().stream()
                    .mapToLong(Instalment::principal)
                    .sum();
            assertEquals(life.loan.agreement().terms().principal(), life.repaid + left);
            assertEquals(life.loan, LoanReplay.of(life.loan.agreement(), life.events), "replayed from nothing");
        }
        assertTrue(offers > LOANS, "too few changes were offered to prove anything: " + offers);
    }

    private void change(Life life) {
        LocalDate from = life.loan.position().accruedTo();
        LocalDate today = from.plusDays(random.nextInt(20));
        var day = SomeLoan.day(today);
        var candidate = new ChangeCandidate(
                life.loan, life.events.size(), Optional.empty(), Optional.empty(), List.of(), List.of());
        var result = ChangeRules.offer(candidate, someAsk(), day, UUID.randomUUID(), Exceptions.NONE);
        if (!(result instanceof Result.Ok<ChangeOffer, ChangeRefusal>(ChangeOffer offer))) {
            return;
        }
        offers++;
        ChangeQuote quote = offer.quote();
        assertEquals(Optional.empty(), ChangeRules.findRefusal(quote, candidate, quote.validUntil()));
        Loan.Active after = done(life.loan, quote.event());
        assertEquals(offer.after(), ChangeOffer.Terms.of(after));
        assertEquals(offer.before(), ChangeOffer.Terms.of(life.loan));
        assertEquals(
                life.loan.position().state().outstanding(),
                after.position().state().outstanding());
        life.loan = after;
        life.events.add(quote.event());
    }

    /** Up to the next due date, and perhaps a prepayment some days into the period after it. */
    private void live(Life life) {
        LocalDate due = life.loan.position().nextDue();
        switch (CatchUp.to(due, life.loan, SomeLoan.day(due).rates())) {
            case Result.Ok<CatchUp, RateRefusal>(CatchUp caughtUp) -> {
                life.events.addAll(caughtUp.events());
                life.repaid += caughtUp.billed().stream()
                        .mapToLong(billed -> billed.instalment().principal())
                        .sum();
                life.loan = caughtUp.after();
            }
            case Result.Refused<CatchUp, RateRefusal>(RateRefusal refusal) ->
                throw new AssertionError(refusal.toString());
        }
        long outstanding = life.loan.position().state().outstanding();
        if (outstanding < 100 || random.nextInt(3) > 0) {
            return;
        }
        LocalDate date = life.loan.position().accruedTo().plusDays(random.nextInt(5));
        long part = 1 + random.nextLong(outstanding / 4);
        var event = new LoanEvent.Prepaid(date, part, 0, 0, PrepaymentOption.SMALLER_INSTALMENT);
        if (EarlyDay.of(life.loan.position(), date).after(part, event.option())
                instanceof Result.Ok<LoanPosition, ScheduleRefusal>(LoanPosition after)) {
            life.events.add(event);
            life.repaid += part;
            life.loan = life.loan.prepaid(after);
        }
    }

    private ChangeAsk someAsk() {
        return switch (random.nextInt(8)) {
            case 0 -> new ChangeAsk.DueDay(1 + random.nextInt(31));
            case 1 -> new ChangeAsk.MethodTo(Method.values()[random.nextInt(Method.values().length)]);
            case 2 -> new ChangeAsk.Longer(1 + random.nextInt(60));
            case 3 -> new ChangeAsk.Relief(1 + random.nextInt(12));
            case 4 -> new ChangeAsk.Cycle(List.of(3, 6, 12).get(random.nextInt(3)));
            case 5 -> new ChangeAsk.ToFixed();
            case 6 -> new ChangeAsk.ToFloating(List.of(3, 6, 12).get(random.nextInt(3)));
            default -> new ChangeAsk.LowerSpread();
        };
    }

    private Loan.Active someLoan() {
        RepaymentTerms terms = RepaymentTerms.monthly(
                random.nextLong(100_000, 1_000_000_000),
                AnnualRate.of(BigDecimal.valueOf(100 + random.nextInt(800), 4)),
                random.nextInt(24, 120),
                random.nextBoolean() ? Method.EQUAL_INSTALMENT : Method.EQUAL_PRINCIPAL,
                LocalDate.of(2026, 1, 31),
                LocalDate.of(2026, 2, 28));
        RateBasis basis = random.nextBoolean() ? new RateBasis.Fixed() : SomeLoan.floating("0.0020");
        return new Loan.Opening(SomeLoan.agreement(terms, basis)).disbursed(terms.startDate());
    }

    private static Loan.Active done(Loan.Active loan, LoanEvent.Changed event) {
        return switch (ChangeRules.apply(loan, event)) {
            case Result.Ok<Loan.Active, ChangeRefusal>(Loan.Active after) -> after;
            case Result.Refused<Loan.Active, ChangeRefusal>(ChangeRefusal refusal) ->
                throw new AssertionError(refusal.toString());
        };
    }
}
