package io.anju.repayment.prepayment.model;

import static io.anju.repayment.prepayment.model.SomeOffers.POLICY;
import static io.anju.repayment.prepayment.model.SomeOffers.assertRefused;
import static io.anju.repayment.prepayment.model.SomeOffers.billed;
import static io.anju.repayment.prepayment.model.SomeOffers.choice;
import static io.anju.repayment.prepayment.model.SomeOffers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.prepay.Compensation;
import io.anju.kernel.prepay.CompensationRule;
import io.anju.kernel.prepay.PaidAhead;
import io.anju.kernel.prepay.PrepaymentPolicy;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is offered; figures are the vectors of an independent engine (design, rules of the field). */
class PrepaymentRulesTest {

    private static final LocalDate AFTER_60 = LocalDate.of(2031, 11, 22);

    private final LoanPosition after60 = billed(60);

    @Test
    void offersBothWaysSideBySide() {
        Offer offer = offer(after60, AFTER_60, 20_000_000, false);

        Offer.Choice shorter = choice(offer, Way.SHORTER_TERM);
        assertEquals(207, shorter.outlook().orElseThrow().instalments());
        assertEquals(449_045, shorter.outlook().orElseThrow().nextInstalment());
        assertEquals(431_891, shorter.outlook().orElseThrow().lastInstalment());
        assertEquals(21_778_146, shorter.quote().interestSaved());
        Offer.Choice smaller = choice(offer, Way.SMALLER_INSTALMENT);
        assertEquals(300, smaller.outlook().orElseThrow().instalments());
        assertEquals(348_920, smaller.outlook().orElseThrow().levelInstalment());
        assertEquals(348_869, smaller.outlook().orElseThrow().lastInstalment());
        assertEquals(10_037_358, smaller.quote().interestSaved());
        assertEquals(20_000_000, smaller.quote().total());
    }

    @Test
    void countsTheInterestOfTheActualDays() {
        Offer offer = offer(after60, AFTER_60.plusDays(10), 20_000_000, false);

        // 896,970.52 for ten days at 3.5 % of 360.
        assertEquals(87_205, choice(offer, Way.SHORTER_TERM).quote().interest());
    }

    @Test
    void takesTheSettlementFigureForEverything() {
        Offer offer = offer(after60, AFTER_60.plusDays(10), 89_697_052 + 87_205, false);

        assertEquals(Way.FULL, offer.choices().getFirst().quote().way());
        assertEquals(89_784_257, offer.choices().getFirst().quote().total());
        assertEquals(Optional.empty(), offer.choices().getFirst().outlook());
    }

    @Test
    void givesInterestBackThatWasPaidAhead() {
        // The instalment of 22 November is paid on the 12th.
        Offer offer = offer(after60, AFTER_60.minusDays(10), 0, true);

        assertEquals(-87_205, offer.choices().getFirst().quote().interest());
    }

    @Test
    void neverGivesBackMoreThanTheMonthCost() {
        // On the first of its 31 days: 896,970.52 at 3.5 % for a twelfth of a year, not for 31 days of 360.
        Offer offer = offer(after60, AFTER_60.minusDays(31), 0, true);

        assertEquals(-261_616, offer.choices().getFirst().quote().interest());
    }

    @Test
    void asksForCompensationWithinItsMonths() {
        var policy = new PrepaymentPolicy(
                1, 0, Compensation.of(new CompensationRule.ShareOfPrincipal(12, new BigDecimal("0.01"))));

        var answer = PrepaymentRules.offer(
                candidate(billed(1), Optional.empty(), policy),
                new PrepaymentRules.Ask(LocalDate.of(2026, 12, 22), 20_000_000, false),
                LocalDate.of(2026, 12, 22),
                UUID::randomUUID);

        assertEquals(200_000, value(answer).choices().getFirst().quote().compensation());
    }

    @Test
    void refusesADateOnWhichAnInstalmentFallsDue() {
        var answer = ask(after60, AFTER_60.plusMonths(1), 20_000_000, false);

        assertRefused(PrepaymentRefusal.DateNotOffered.class, answer);
    }

    @Test
    void refusesMoreThanIsOutstandingAndLessThanTheMinimum() {
        assertRefused(PrepaymentRefusal.AboveOutstanding.class, ask(after60, AFTER_60, 100_000_000, false));
        assertRefused(PrepaymentRefusal.BelowMinimum.class, ask(after60, AFTER_60, 99_999, false));
    }

    @Test
    void honoursAQuoteUntilItsDayEndsOrTheLoanChanges() {
        Quote quote =
                offer(after60, AFTER_60, 20_000_000, false).choices().getFirst().quote();
        var loan = candidate(after60);
        var changed = new PrepaymentRules.Candidate(
                loan.loanId(),
                loan.position(),
                loan.loanVersion() + 1,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of("REPRICED"),
                false,
                POLICY);

        assertEquals(Optional.empty(), PrepaymentRules.findRefusal(quote, loan, AFTER_60));
        assertInstanceOf(
                PrepaymentRefusal.QuoteExpired.class,
                PrepaymentRules.findRefusal(quote, loan, AFTER_60.plusDays(1)).orElseThrow());
        assertInstanceOf(
                PrepaymentRefusal.QuoteOvertaken.class,
                PrepaymentRules.findRefusal(quote, changed, AFTER_60).orElseThrow());
    }

    @Test
    void promisesNothingBeyondTheNextRepricingDay() {
        LocalDate repricing = AFTER_60.plusDays(20);
        var loan = candidate(after60, Optional.of(repricing));

        var before = PrepaymentRules.offer(
                loan, new PrepaymentRules.Ask(repricing.minusDays(1), 20_000_000, false), AFTER_60, UUID::randomUUID);
        var on = PrepaymentRules.offer(
                loan, new PrepaymentRules.Ask(repricing, 20_000_000, false), AFTER_60, UUID::randomUUID);

        assertInstanceOf(Result.Ok.class, before);
        assertRefused(PrepaymentRefusal.DateNotOffered.class, on);
    }

    @Test
    void promisesTheRepricingDayItselfAndNothingWhileItIsOpen() {
        LocalDate repricing = AFTER_60.plusDays(20);
        var loan = candidate(after60, Optional.of(repricing));

        assertInstanceOf(Result.Ok.class, askedAndPaidOn(repricing, loan));
        assertEquals(
                new PrepaymentRefusal.NotCaughtUp(repricing),
                assertInstanceOf(Result.Refused.class, askedAndPaidOn(repricing.plusDays(1), loan))
                        .refusal());
    }

    @Test
    void promisesNothingWhileADueInstalmentIsNotBilled() {
        LocalDate due = after60.nextDue();

        assertEquals(
                new PrepaymentRefusal.NotCaughtUp(due),
                assertInstanceOf(Result.Refused.class, askedAndPaidOn(due, candidate(after60)))
                        .refusal());
    }

    @Test
    void offersOnlyAShorterTermWhereTheRestIsTooSmallForItsInstalments() {
        Offer offer = offer(after60, AFTER_60, 89_697_000, false);

        assertEquals(
                List.of(Way.SHORTER_TERM),
                offer.choices().stream().map(choice -> choice.quote().way()).toList());
        assertEquals(52, choice(offer, Way.SHORTER_TERM).outlook().orElseThrow().lastInstalment());
    }

    @Test
    void honoursATakenOfferAfterItsDayWhenTheBankItselfIsLate() {
        Quote quote =
                offer(after60, AFTER_60, 20_000_000, false).choices().getFirst().quote();

        assertEquals(Optional.empty(), PrepaymentRules.findRefusalOnItsDay(quote, candidate(after60)));
    }

    @Test
    void asksAgainForTheSameOnTheSameDayWhileThatIsAheadAndElseToday() {
        var loan = candidate(after60);
        Quote quote = offer(after60, AFTER_60.plusDays(5), 20_000_000, false)
                .choices()
                .getFirst()
                .quote();

        assertEquals(
                new PrepaymentRules.Ask(AFTER_60.plusDays(5), 20_000_000, false),
                PrepaymentRules.Ask.again(quote, loan, AFTER_60.plusDays(4)));
        assertEquals(
                new PrepaymentRules.Ask(AFTER_60.plusDays(6), 20_000_000, false),
                PrepaymentRules.Ask.again(quote, loan, AFTER_60.plusDays(6)));
    }

    private static Offer offer(LoanPosition position, LocalDate date, long amount, boolean full) {
        return value(ask(position, date, amount, full));
    }

    private static Result<Offer, PrepaymentRefusal> ask(
            LoanPosition position, LocalDate date, long amount, boolean full) {
        LocalDate today = date.isBefore(AFTER_60) ? date : AFTER_60;
        return PrepaymentRules.offer(
                candidate(position), new PrepaymentRules.Ask(date, amount, full), today, UUID::randomUUID);
    }

    private static Result<Offer, PrepaymentRefusal> askedAndPaidOn(LocalDate day, PrepaymentRules.Candidate loan) {
        return PrepaymentRules.offer(loan, new PrepaymentRules.Ask(day, 20_000_000, false), day, UUID::randomUUID);
    }

    private static PrepaymentRules.Candidate candidate(LoanPosition position) {
        return candidate(position, Optional.empty());
    }

    private static PrepaymentRules.Candidate candidate(LoanPosition position, Optional<LocalDate> nextRepricing) {
        return candidate(position, nextRepricing, POLICY);
    }

    private static PrepaymentRules.Candidate candidate(
            LoanPosition position, Optional<LocalDate> nextRepricing, PrepaymentPolicy policy) {
        // The last instalment billed is paid, ahead of a day before its due date.
        var running = new PaidAhead(
                position.dueDates().of(position.billed() - 1), position.state().annualRate());
        return new PrepaymentRules.Candidate(
                UUID.randomUUID(),
                position,
                61,
                List.of(),
                Optional.of(running),
                nextRepricing,
                List.of(),
                false,
                policy);
    }
}
