package io.anju.repayment.loan.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A loan walked through the calendar; figures are the vectors of an independent engine (design, rules of the field). */
class CatchUpTest {

    private static final ReferenceRates NONE = new ReferenceRates(Map.of());

    @Test
    void billsEveryInstalmentOfALoanInOneWalk() {
        var loan = active(terms("0.035", 360, "2026-11-22", "2026-12-22"), new RateBasis.Fixed());

        CatchUp all = walk(loan, "2056-11-22", NONE);

        assertEquals(360, all.billed().size());
        assertEquals(449_045, all.billed().getFirst().instalment().amount());
        assertEquals(448_852, all.billed().getLast().instalment().amount());
        assertEquals(61_656_007, interest(all));
        assertEquals(89_697_052, all.billed().get(59).instalment().balance());
        assertTrue(all.after().position().state().isSettled());
    }

    @Test
    void repricesBetweenTheTwelfthAndTheThirteenth() {
        var loan = active(terms("0.033", 360, "2026-01-01", "2026-02-01"), floating("-0.0030"));
        ReferenceRates lpr = lpr(Map.of("2026-12-21", "0.0350"));

        CatchUp year = walk(loan, "2027-02-01", lpr);

        assertEquals(437_955, year.billed().get(11).instalment().amount());
        assertEquals(432_616, year.billed().get(12).instalment().amount());
        CatchUp rest = walk(year.after(), "2027-12-31", lpr);
        assertEquals(432_616, rest.billed().getLast().instalment().amount());
    }

    @Test
    void takesTheReferenceRateOfTheDayBefore() {
        var loan = active(terms("0.033", 360, "2026-11-22", "2026-12-22"), floating("-0.0030"));
        ReferenceRates lpr = lpr(Map.of("2026-12-21", "0.0340", "2027-01-01", "0.0100"));

        CatchUp january = walk(loan, "2027-01-01", lpr);

        assertEquals(
                new BigDecimal("0.031"),
                january.after().position().state().annualRate().fraction());
    }

    @Test
    void comesToTheSameDayByDayAndInOneWalk() {
        var loan = active(terms("0.033", 24, "2026-11-22", "2026-12-20"), floating("-0.0030"));
        ReferenceRates lpr = lpr(Map.of("2026-12-21", "0.0350", "2027-12-20", "0.0335"));

        Loan.Active stepped = loan;
        for (LocalDate day = LocalDate.of(2026, 11, 22);
                day.isBefore(LocalDate.of(2028, 6, 1));
                day = day.plusDays(1)) {
            stepped = walk(stepped, day.toString(), lpr).after();
        }

        assertEquals(
                walk(loan, "2028-05-31", lpr).after().position().state(),
                stepped.position().state());
    }

    @Test
    void anInstalmentThatOwesNothingIsPaidByBeingBilled() {
        // 0.52 yuan at 3.5 % bears 0.15 fen a month.
        var loan = active(
                RepaymentTerms.monthly(
                        52,
                        AnnualRate.of("0.035"),
                        2,
                        Method.BULLET,
                        LocalDate.parse("2026-11-22"),
                        LocalDate.parse("2026-12-22")),
                new RateBasis.Fixed());

        assertEquals(
                List.of(
                        new LoanEvent.Billed(LocalDate.parse("2026-12-22"), 1, 0, 0),
                        new LoanEvent.InstalmentPaid(LocalDate.parse("2026-12-22"), 1, 0),
                        new LoanEvent.Billed(LocalDate.parse("2027-01-22"), 2, 52, 0)),
                walk(loan, "2027-01-22", NONE).events());
    }

    @Test
    void forgetsTheRepricingDayWhenAllIsBilled() {
        var loan = active(terms("0.033", 2, "2026-11-22", "2026-12-22"), floating("0"));
        ReferenceRates lpr = lpr(Map.of("2026-12-21", "0.0350"));

        assertEquals(
                Optional.of(LocalDate.parse("2027-01-01")),
                walk(loan, "2026-12-22", lpr).after().nextRepricing());
        assertEquals(Optional.empty(), walk(loan, "2027-01-22", lpr).after().nextRepricing());
    }

    @Test
    void waitsForAReferenceRateThatWasNotHeard() {
        var loan = active(terms("0.033", 360, "2026-11-22", "2026-12-22"), floating("0"));

        var answer = CatchUp.to(LocalDate.of(2027, 1, 1), loan, NONE);

        assertInstanceOf(Result.Refused.class, answer);
    }

    @Test
    void waitsWhenTheReferenceRateOfAMonthWasMissed() {
        var loan = active(terms("0.033", 360, "2026-11-22", "2026-12-22"), floating("0"));

        var answer = CatchUp.to(LocalDate.of(2027, 1, 1), loan, lpr(Map.of("2026-11-20", "0.0350")));

        assertInstanceOf(Result.Refused.class, answer);
    }

    @Test
    void doesNothingTwice() {
        var loan = active(terms("0.035", 360, "2026-11-22", "2026-12-22"), new RateBasis.Fixed());
        Loan.Active after = walk(loan, "2026-12-22", NONE).after();

        assertEquals(List.of(), walk(after, "2026-12-22", NONE).events());
    }

    @Test
    void startsOnTheDayThatTheMoneyArrived() {
        var opening =
                new Loan.Opening(agreement(terms("0.035", 360, "2026-11-22", "2026-12-22"), new RateBasis.Fixed()));

        Loan.Active late = opening.disbursed(LocalDate.of(2026, 11, 24));

        // 28 days instead of a month.
        assertEquals(
                272_222,
                walk(late, "2026-12-22", NONE).billed().getFirst().instalment().interest());
    }

    /** The vector of 3.3 % and 3.2 % from the thirteenth on, its year ending on the 20th: still last month's LPR. */
    @Test
    void repricesOnTheLoansOwnDayByTheLprOfTheDayBefore() {
        var loan = onOwnDay(terms("0.033", 360, "2026-03-20", "2026-04-20"), 12);
        ReferenceRates lpr = lpr(Map.of("2027-02-20", "0.0350", "2027-03-20", "0.0340"));

        CatchUp all = walk(loan, "2027-04-20", lpr);

        assertEquals(Optional.of(LocalDate.parse("2027-03-20")), loan.nextRepricing());
        assertEquals(437_955, all.billed().get(11).instalment().amount());
        assertEquals(432_616, all.billed().get(12).instalment().amount());
        assertEquals(Optional.of(LocalDate.parse("2028-03-20")), all.after().nextRepricing());
    }

    /** A quarter after the payout, two days into a period: they cost 3.3 % and the other 26 cost 3.2 %. */
    @Test
    void splitsTheMonthThatTheLoansOwnDayBreaks() {
        var loan = onOwnDay(terms("0.033", 360, "2026-11-22", "2026-12-20"), 3);

        CatchUp spring = walk(loan, "2027-03-20", lpr(Map.of("2027-02-20", "0.0350")));

        var before = BigDecimal.valueOf(spring.billed().get(2).instalment().balance());
        BigDecimal interest = before.multiply(new BigDecimal("0.033"))
                .multiply(BigDecimal.valueOf(2))
                .add(before.multiply(new BigDecimal("0.032")).multiply(BigDecimal.valueOf(26)))
                .divide(BigDecimal.valueOf(360), 0, RoundingMode.HALF_UP);
        assertEquals(
                interest.longValueExact(), spring.billed().get(3).instalment().interest());
        assertEquals(Optional.of(LocalDate.parse("2027-05-22")), spring.after().nextRepricing());
    }

    @Test
    void aRepricingDayThatTheMonthLacksIsItsLast() {
        var leap = onOwnDay(terms("0.033", 360, "2028-02-29", "2028-03-20"), 12);
        var end = onOwnDay(terms("0.033", 360, "2026-11-30", "2026-12-20"), 3);

        assertEquals(Optional.of(LocalDate.parse("2029-02-28")), leap.nextRepricing());
        assertEquals(Optional.of(LocalDate.parse("2027-02-28")), end.nextRepricing());
        assertEquals(
                Optional.of(LocalDate.parse("2027-05-30")),
                walk(end, "2027-02-28", lpr(Map.of("2027-02-20", "0.0350")))
                        .after()
                        .nextRepricing());
    }

    @Test
    void theLoansOwnDayIsThatOfThePayoutNotTheOneThatWasPlanned() {
        var planned = new Loan.Opening(
                agreement(terms("0.033", 360, "2026-11-22", "2026-12-22"), floating("-0.0030"), RepricingDay.START));

        assertEquals(
                Optional.of(LocalDate.parse("2027-11-24")),
                planned.disbursed(LocalDate.parse("2026-11-24")).nextRepricing());
    }

    /** A cycle that is agreed anew counts from the same day of the year. */
    @Test
    void anotherCycleIsCountedFromTheSameDay() {
        var loan = onOwnDay(terms("0.033", 360, "2026-11-22", "2026-12-20"), 12);
        var basis = (RateBasis.Floating) loan.agreement().basis();
        var changed = new LoanEvent.RateTermsChanged(
                LocalDate.parse("2026-12-01"),
                new BigDecimal("0.033"),
                new BigDecimal("0.033"),
                LoanEvent.Basis.of(basis),
                LoanEvent.Basis.of(new RateBasis.Floating(basis.tenor(), basis.spread(), 3)));

        var after = assertInstanceOf(Result.Ok.class, loan.changed(changed));

        assertEquals(Optional.of(LocalDate.parse("2027-02-22")), ((Loan.Active) after.value()).nextRepricing());
    }

    private static Loan.Active onOwnDay(RepaymentTerms terms, int cycleMonths) {
        var basis = new RateBasis.Floating(ReferenceRate.Tenor.LPR_5Y, Spread.of("-0.0030"), cycleMonths);
        return new Loan.Opening(agreement(terms, basis, RepricingDay.START)).disbursed(terms.startDate());
    }

    private static long interest(CatchUp walked) {
        return walked.billed().stream()
                .mapToLong(row -> row.instalment().interest())
                .sum();
    }

    private static CatchUp walk(Loan.Active loan, String day, ReferenceRates rates) {
        return switch (CatchUp.to(LocalDate.parse(day), loan, rates)) {
            case Result.Ok<CatchUp, RateRefusal>(CatchUp walked) -> walked;
            case Result.Refused<CatchUp, RateRefusal>(RateRefusal refusal) ->
                throw new AssertionError(refusal.toString());
        };
    }

    private static Loan.Active active(RepaymentTerms terms, RateBasis basis) {
        return new Loan.Opening(agreement(terms, basis)).disbursed(terms.startDate());
    }

    private static Agreement agreement(RepaymentTerms terms, RateBasis basis) {
        return agreement(terms, basis, RepricingDay.JANUARY);
    }

    private static Agreement agreement(RepaymentTerms terms, RateBasis basis, RepricingDay day) {
        return new Agreement(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                terms,
                SomeConditions.with(day),
                basis,
                "payee");
    }

    private static RateBasis floating(String spread) {
        return new RateBasis.Floating(ReferenceRate.Tenor.LPR_5Y, new Spread(new BigDecimal(spread)), 12);
    }

    private static ReferenceRates lpr(Map<String, String> values) {
        return new ReferenceRates(Map.of(
                ReferenceRate.Tenor.LPR_5Y,
                values.entrySet().stream()
                        .map(value -> new ReferenceRate.Publication(
                                LocalDate.parse(value.getKey()), AnnualRate.of(value.getValue())))
                        .toList()));
    }

    private static RepaymentTerms terms(String rate, int months, String start, String firstDue) {
        return RepaymentTerms.monthly(
                100_000_000,
                AnnualRate.of(rate),
                months,
                Method.EQUAL_INSTALMENT,
                LocalDate.parse(start),
                LocalDate.parse(firstDue));
    }
}
