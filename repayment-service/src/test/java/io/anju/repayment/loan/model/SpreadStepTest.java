package io.anju.repayment.loan.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.rate.SpreadCut;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A spread that the bank brings down, among what the calendar brings. */
class SpreadStepTest {

    private static final ReferenceRates NONE = new ReferenceRates(Map.of());

    /** 998,426.22 at 3.5 % for 19 days and 3.2 % for 12; the principal is that of 359 instalments at 3.2 %. */
    @Test
    void aSpreadThatComesDownSplitsThePeriodOnItsDay() {
        var loan = active(terms("0.035", 360, "2026-11-22", "2026-12-22"), floating("0"));
        ReferenceRates lpr = lpr(Map.of("2026-12-21", "0.0350"));

        CatchUp walked = walk(loan, "2027-01-22", lpr, lowered("2027-01-10"));

        assertEquals(449_045, walked.billed().getFirst().instalment().amount());
        assertEquals(290_930, walked.billed().get(1).instalment().interest());
        assertEquals(166_256, walked.billed().get(1).instalment().principal());
        assertEquals(Optional.empty(), walked.leftAlone());
        assertEquals(Optional.of(LocalDate.parse("2028-01-01")), walked.after().nextRepricing());
        assertEquals(floating("-0.0030"), walked.after().agreement().basis());
    }

    @Test
    void onADayWithAllThreeTheSpreadComesDownLast() {
        var loan = active(terms("0.035", 360, "2026-11-01", "2026-12-01"), floating("0"));
        ReferenceRates lpr = lpr(Map.of("2026-12-21", "0.0340"));
        LocalDate day = LocalDate.parse("2027-01-01");

        CatchUp walked = walk(loan, "2027-01-01", lpr, lowered("2027-01-01"));

        assertEquals(
                List.of(
                        LoanEvent.Billed.class,
                        LoanEvent.Billed.class,
                        LoanEvent.Repriced.class,
                        LoanEvent.RateTermsChanged.class),
                walked.events().stream().map(Object::getClass).toList());
        assertEquals(day, walked.events().getLast().date());
        assertEquals(AnnualRate.of("0.031"), walked.after().position().state().annualRate());
        assertEquals(AnnualRate.of("0.035"), walked.billed().getLast().rate());
    }

    @Test
    void aSpreadThatComesDownIsTheSameDayByDayAndInOneWalk() {
        var loan = active(terms("0.035", 24, "2026-11-22", "2026-12-20"), floating("0"));
        ReferenceRates lpr = lpr(Map.of("2026-12-21", "0.0350", "2027-12-20", "0.0335"));
        Optional<SpreadStep> step = lowered("2027-03-05");

        Loan.Active stepped = loan;
        List<LoanEvent> events = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2026, 11, 22);
                day.isBefore(LocalDate.of(2028, 6, 1));
                day = day.plusDays(1)) {
            boolean waits = events.stream().noneMatch(LoanEvent.RateTermsChanged.class::isInstance);
            CatchUp walked = walk(stepped, day.toString(), lpr, step.filter(due -> waits));
            events.addAll(walked.events());
            stepped = walked.after();
        }

        CatchUp whole = walk(loan, "2028-05-31", lpr, step);
        assertEquals(whole.events(), events);
        assertEquals(whole.after(), stepped);
        List<LoanEvent> life = new ArrayList<>(events);
        life.addFirst(new LoanEvent.Disbursed(LocalDate.parse("2026-11-22"), 100_000_000));
        assertEquals(stepped, LoanReplay.of(stepped.agreement(), life));
    }

    @Test
    void leavesALoanAloneOfWhichTheBatchIsNotAnyMore() {
        var fixed = active(terms("0.035", 360, "2026-11-22", "2026-12-22"), new RateBasis.Fixed());
        var low = active(terms("0.032", 360, "2026-11-22", "2026-12-22"), floating("-0.0030"));
        var over = active(terms("0.035", 1, "2026-11-22", "2026-12-22"), floating("0"));

        assertEquals("RATE_IS_FIXED", leftAlone(fixed, "2026-12-01"));
        assertEquals("SPREAD_NOT_ABOVE", leftAlone(low, "2026-12-01"));
        assertEquals("ALL_BILLED", leftAlone(over, "2026-12-22"));
    }

    private static String leftAlone(Loan.Active loan, String day) {
        CatchUp walked = walk(loan, day, NONE, lowered(day));
        assertTrue(walked.events().stream().noneMatch(LoanEvent.RateTermsChanged.class::isInstance));
        return walked.leftAlone().orElseThrow().code();
    }

    /** Above −30 basis points to −30, from a day on. */
    private static Optional<SpreadStep> lowered(String day) {
        Spread low = Spread.of("-0.0030");
        return Optional.of(new SpreadStep(new UUID(0, 1), LocalDate.parse(day), new SpreadCut(low, low, low)));
    }

    private static CatchUp walk(Loan.Active loan, String day, ReferenceRates rates, Optional<SpreadStep> spread) {
        return switch (CatchUp.to(LocalDate.parse(day), loan, rates, spread)) {
            case Result.Ok<CatchUp, RateRefusal>(CatchUp walked) -> walked;
            case Result.Refused<CatchUp, RateRefusal>(RateRefusal refusal) ->
                throw new AssertionError(refusal.toString());
        };
    }

    private static Loan.Active active(RepaymentTerms terms, RateBasis basis) {
        return new Loan.Opening(new Agreement(
                        new UUID(0, 2),
                        new UUID(0, 3),
                        new UUID(0, 4),
                        new UUID(0, 5),
                        1,
                        terms,
                        SomeConditions.with(RepricingDay.JANUARY),
                        basis,
                        "payee"))
                .disbursed(terms.startDate());
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
}
