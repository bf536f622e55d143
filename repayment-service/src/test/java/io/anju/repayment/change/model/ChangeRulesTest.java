package io.anju.repayment.change.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Method;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.RateBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What is offered: 1,000,000.00 yuan at 3.5 % over 360 months, 60 of them billed. Plans are the figures that the kernel's
 * plan changes were checked with against an engine of its own.
 */
class ChangeRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2031, 12, 1);

    private final Loan.Active floating = SomeLoan.billed(60, SomeLoan.floating("-0.0010"));
    private final Loan.Active fixed = SomeLoan.billed(60, new RateBasis.Fixed());

    @Test
    void simulatesAReliefSideBySide() {
        ChangeOffer offer = offered(floating, new ChangeAsk.Relief(12));

        assertEquals(449_045, offer.before().outlook().nextInstalment());
        assertEquals(261_616, offer.after().outlook().nextInstalment());
        assertEquals(300, offer.after().outlook().instalments());
        assertFalse(offer.quote().needsAmendment());
        assertTrue(offer.interestDifference() > 0, "interest alone repays nothing");
        assertEquals(
                offer.after().outlook().interest() - offer.before().outlook().interest(), offer.interestDifference());
    }

    @Test
    void anotherMethodNeedsAnAmendment() {
        ChangeOffer offer = offered(floating, new ChangeAsk.MethodTo(Method.EQUAL_PRINCIPAL));

        // 896,970.52 over 300, 2,989.90 of principal and 2,616.16 of interest.
        assertEquals(298_990 + 261_616, offer.after().outlook().nextInstalment());
        assertTrue(offer.quote().needsAmendment());
    }

    @Test
    void aTermNeedsAnAmendmentOnlyBeyondTheContracts() {
        Loan.Active shorter = value(ChangeRules.apply(floating, new LoanEvent.TermChanged(TODAY, 240)));

        assertFalse(offered(shorter, new ChangeAsk.Longer(60)).quote().needsAmendment());
        assertRule("TERM_WITHIN_LIMIT", refusal(shorter, new ChangeAsk.Longer(61)));
    }

    @Test
    void neverMovesTheDueDayToASoonerOne() {
        assertEquals(
                LocalDate.of(2032, 1, 5),
                offered(floating, new ChangeAsk.DueDay(5)).after().nextDue());
        assertEquals(
                LocalDate.of(2031, 12, 31),
                offered(floating, new ChangeAsk.DueDay(31)).after().nextDue());
        assertInstanceOf(ChangeRefusal.NotPossible.class, refusal(floating, new ChangeAsk.DueDay(22)));
    }

    @Test
    void anOfferHoldsAWeekAndNeverIntoTheNextDueDateOrRepricingDay() {
        assertEquals(
                TODAY.plusDays(7),
                offered(floating, new ChangeAsk.Relief(6)).quote().validUntil());
        LocalDate late = LocalDate.of(2031, 12, 20);
        assertEquals(
                LocalDate.of(2031, 12, 21),
                offered(floating, new ChangeAsk.Relief(6), late).quote().validUntil());
        Loan.Active paidAhead = floating.bill().after();
        LocalDate afterBilling = LocalDate.of(2031, 12, 30);
        assertEquals(
                LocalDate.of(2031, 12, 31),
                offered(paidAhead, new ChangeAsk.Relief(6), afterBilling)
                        .quote()
                        .validUntil());
    }

    @Test
    void saysWhichConditionIsNotMetAndWhy() {
        var unpaid = new ChangeCandidate(
                floating.held("payment-1"), 61, Optional.of(60), Optional.empty(), List.of(), List.of());

        var refusal =
                assertInstanceOf(ChangeRefusal.NotEligible.class, refusal(unpaid, new ChangeAsk.Relief(13), TODAY));

        assertEquals(
                List.of("NOTHING_UNPAID", "NOTHING_UNDER_WAY", "RELIEF_WITHIN_LIMIT"),
                refusal.checks().stream()
                        .filter(check -> !check.met())
                        .map(Check::rule)
                        .toList());
        assertEquals(60, check(refusal, "NOTHING_UNPAID").evidence().get("instalment"));
        assertEquals(12, check(refusal, "RELIEF_WITHIN_LIMIT").evidence().get("most"));
        assertTrue(check(refusal, "PAID_LONG_ENOUGH").met());
    }

    @Test
    void leavesALoanAsItIsWhileAPrepaymentWaitsForItsDay() {
        ChangeQuote quote = offered(floating, new ChangeAsk.Relief(6)).quote();
        var waiting = new ChangeCandidate(
                floating, 61, Optional.empty(), Optional.of(TODAY.plusDays(3)), List.of(), List.of());

        var asked = assertInstanceOf(ChangeRefusal.NotEligible.class, refusal(waiting, new ChangeAsk.Relief(6), TODAY));
        var taken = assertInstanceOf(
                ChangeRefusal.NotEligible.class,
                ChangeRules.findRefusal(quote, waiting, TODAY).orElseThrow());

        assertEquals(
                TODAY.plusDays(3), check(asked, "NOTHING_UNDER_WAY").evidence().get("prepaymentOn"));
        assertEquals(
                TODAY.plusDays(3), check(taken, "NOTHING_UNDER_WAY").evidence().get("prepaymentOn"));
    }

    @Test
    void allowsAKindOfChangeOnceInTwelveMonths() {
        var relieved = new LoanEvent.Relieved(TODAY.minusMonths(11), 3);
        var candidate =
                new ChangeCandidate(floating, 62, Optional.empty(), Optional.empty(), List.of(relieved), List.of());

        assertRule("NOT_CHANGED_LATELY", refusal(candidate, new ChangeAsk.Relief(3), TODAY));
        assertInstanceOf(
                Result.Ok.class,
                ChangeRules.offer(
                        candidate, new ChangeAsk.DueDay(5), SomeLoan.day(TODAY), UUID.randomUUID(), Exceptions.NONE));
        var yearAgo = new ChangeCandidate(
                floating,
                62,
                Optional.empty(),
                Optional.empty(),
                List.of(new LoanEvent.Relieved(TODAY.minusMonths(12), 3)),
                List.of());
        assertInstanceOf(
                Result.Ok.class,
                ChangeRules.offer(
                        yearAgo, new ChangeAsk.Relief(3), SomeLoan.day(TODAY), UUID.randomUUID(), Exceptions.NONE));
    }

    /** The published example: −10 basis points, average 3.06 %, LPR 3.50 %: −14. */
    @Test
    void bringsTheSpreadDownToWhatThePublicRuleAllows() {
        ChangeOffer offer = offered(floating, new ChangeAsk.LowerSpread());

        var after = assertInstanceOf(RateBasis.Floating.class, offer.after().basis());
        assertEquals(Spread.of("-0.0014"), after.spread());
        assertEquals(AnnualRate.of("0.0346"), offer.after().rate());
        assertTrue(offer.interestDifference() < 0);
        assertTrue(offer.quote().needsAmendment());
    }

    @Test
    void leavesTheRateOfTheDayAsItIsWhenTheBasisChanges() {
        var after = assertInstanceOf(
                RateBasis.Floating.class,
                offered(fixed, new ChangeAsk.ToFloating(6)).after().basis());
        assertEquals(new RateBasis.Floating(ReferenceRate.Tenor.LPR_5Y, Spread.NONE, 6), after);
        assertEquals(0, offered(fixed, new ChangeAsk.ToFloating(6)).interestDifference());
        assertEquals(
                new RateBasis.Fixed(),
                offered(floating, new ChangeAsk.ToFixed()).after().basis());
        assertEquals(
                Optional.empty(),
                offered(floating, new ChangeAsk.ToFixed()).after().nextRepricing());
        assertRule("RATE_IS_FLOATING", refusal(fixed, new ChangeAsk.ToFixed()));
        assertRule("RATE_IS_FIXED", refusal(floating, new ChangeAsk.ToFloating(3)));
    }

    @Test
    void changesTheCycleOnceInALoansLife() {
        ChangeOffer offer = offered(floating, new ChangeAsk.Cycle(3));
        assertEquals(Optional.of(LocalDate.of(2032, 1, 1)), offer.after().nextRepricing());

        var candidate = new ChangeCandidate(
                floating,
                62,
                Optional.empty(),
                Optional.empty(),
                List.of(offer.quote().event()),
                List.of());
        assertRule(
                "CYCLE_CHANGES_LEFT",
                refusal(candidate, new ChangeAsk.Cycle(6), TODAY.plusYears(1).withDayOfMonth(1)));
    }

    @Test
    void honoursAnOfferUntilItsLastDayEndsOrTheLoanChanges() {
        ChangeQuote quote = offered(floating, new ChangeAsk.Relief(6)).quote();
        var same = SomeLoan.candidate(floating);
        var changed =
                new ChangeCandidate(floating, 62, Optional.empty(), Optional.empty(), List.of(), List.of("PREPAID"));

        assertEquals(Optional.empty(), ChangeRules.findRefusal(quote, same, quote.validUntil()));
        assertInstanceOf(
                ChangeRefusal.QuoteExpired.class,
                ChangeRules.findRefusal(quote, same, quote.validUntil().plusDays(1))
                        .orElseThrow());
        var overtaken = assertInstanceOf(
                ChangeRefusal.QuoteOvertaken.class,
                ChangeRules.findRefusal(quote, changed, TODAY).orElseThrow());
        assertEquals(List.of("PREPAID"), overtaken.happened());
    }

    private static ChangeOffer offered(Loan.Active loan, ChangeAsk ask) {
        return offered(loan, ask, TODAY);
    }

    private static ChangeOffer offered(Loan.Active loan, ChangeAsk ask, LocalDate today) {
        return value(ChangeRules.offer(
                SomeLoan.candidate(loan), ask, SomeLoan.day(today), UUID.randomUUID(), Exceptions.NONE));
    }

    private static ChangeRefusal refusal(Loan.Active loan, ChangeAsk ask) {
        return refusal(SomeLoan.candidate(loan), ask, TODAY);
    }

    private static ChangeRefusal refusal(ChangeCandidate candidate, ChangeAsk ask, LocalDate today) {
        var result = ChangeRules.offer(candidate, ask, SomeLoan.day(today), UUID.randomUUID(), Exceptions.NONE);
        if (result instanceof Result.Refused<ChangeOffer, ChangeRefusal>(ChangeRefusal refusal)) {
            return refusal;
        }
        throw new AssertionError(result);
    }

    private static void assertRule(String rule, ChangeRefusal refusal) {
        assertFalse(check(assertInstanceOf(ChangeRefusal.NotEligible.class, refusal), rule)
                .met());
    }

    private static Check check(ChangeRefusal.NotEligible refusal, String rule) {
        return refusal.checks().stream()
                .filter(check -> check.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T value(Result<T, ChangeRefusal> result) {
        return switch (result) {
            case Result.Ok<T, ChangeRefusal>(T value) -> value;
            case Result.Refused<T, ChangeRefusal>(ChangeRefusal refusal) ->
                throw new AssertionError(refusal.toString());
        };
    }
}
