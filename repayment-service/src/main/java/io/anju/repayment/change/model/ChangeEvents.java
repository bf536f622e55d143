package io.anju.repayment.change.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.RateConversion;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.RepricingDays;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.RateBasis;
import java.time.LocalDate;
import java.util.Map;

/** What will have happened when an ask is granted. */
final class ChangeEvents {

    private static final String UNCHANGED = "UNCHANGED";
    private static final int FIVE_YEARS = 60;

    private ChangeEvents() {}

    static Result<LoanEvent.Changed, ChangeRefusal> of(Loan.Active loan, ChangeAsk ask, ChangeRules.Day day) {
        return switch (ask) {
            case ChangeAsk.DueDay(int dueDay) -> dueDay(loan.position(), dueDay, day.today());
            case ChangeAsk.MethodTo(var method) -> Result.ok(new LoanEvent.MethodChanged(day.today(), method));
            case ChangeAsk.Longer(int more) ->
                Result.ok(new LoanEvent.TermChanged(
                        day.today(), loan.position().state().left() + more));
            case ChangeAsk.Relief(int instalments) -> Result.ok(new LoanEvent.Relieved(day.today(), instalments));
            case ChangeAsk.Cycle(int months) -> cycle(loan, months, day.today());
            case ChangeAsk.ToFixed() -> Result.ok(rate(loan, day.today(), rateNow(loan), new RateBasis.Fixed()));
            case ChangeAsk.ToFloating(int months) -> toFloating(loan, months, day);
            case ChangeAsk.LowerSpread() -> lowerSpread(loan, day);
        };
    }

    /** The first such day after the due date that is next anyway: nobody is asked to pay sooner than agreed. */
    private static Result<LoanEvent.Changed, ChangeRefusal> dueDay(LoanPosition position, int day, LocalDate today) {
        if (day == position.dueDates().dueDay()) {
            return unchanged("dueDay", day);
        }
        LocalDate next = position.nextDue();
        LocalDate sameMonth = next.withDayOfMonth(Math.min(day, next.lengthOfMonth()));
        LocalDate month = next.plusMonths(1);
        LocalDate moved =
                sameMonth.isAfter(next) ? sameMonth : month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
        return Result.ok(new LoanEvent.DueDayMoved(today, moved, day));
    }

    private static Result<LoanEvent.Changed, ChangeRefusal> cycle(Loan.Active loan, int months, LocalDate today) {
        RateBasis.Floating now = floating(loan);
        if (months == now.cycleMonths()) {
            return unchanged("cycleMonths", months);
        }
        return possibleCycle(months, today)
                .map(days ->
                        rate(loan, today, rateNow(loan), new RateBasis.Floating(now.tenor(), now.spread(), months)));
    }

    private static int monthsLeft(Loan.Active loan) {
        var state = loan.position().state();
        return state.frequency().months(state.left());
    }

    /** LPR of the term that is left; the spread is the rate in force less the newest LPR. */
    private static Result<LoanEvent.Changed, ChangeRefusal> toFloating(
            Loan.Active loan, int months, ChangeRules.Day day) {
        ReferenceRate.Tenor tenor =
                monthsLeft(loan) > FIVE_YEARS ? ReferenceRate.Tenor.LPR_5Y : ReferenceRate.Tenor.LPR_1Y;
        return possibleCycle(months, day.today())
                .flatMap(days -> RateConversion.toFloating(
                                rateNow(loan), day.rates().of(tenor), day.today())
                        .refusedAs(ChangeRules::notPossible)
                        .map(fixing -> rate(
                                loan,
                                day.today(),
                                rateNow(loan),
                                new RateBasis.Floating(tenor, fixing.spread(), months))));
    }

    /** The reference last fixed stays until the next repricing day; the rate comes down by what the spread does. */
    private static Result<LoanEvent.Changed, ChangeRefusal> lowerSpread(Loan.Active loan, ChangeRules.Day day) {
        RateBasis.Floating now = floating(loan);
        AnnualRate average = day.policy().average(day.today()).orElseThrow().getValue();
        Result<LoanEvent.Changed, RateRefusal> lowered = day.rates()
                .of(now.tenor())
                .publishedBy(day.today())
                .flatMap(newest -> day.policy().spreads().onRequest(now.spread(), average, newest.value()))
                .flatMap(spread -> with(loan, now.spread(), spread)
                        .map(rate -> rate(
                                loan,
                                day.today(),
                                rate,
                                new RateBasis.Floating(now.tenor(), spread, now.cycleMonths()))));
        return lowered.refusedAs(ChangeRules::notPossible);
    }

    private static Result<AnnualRate, RateRefusal> with(Loan.Active loan, Spread before, Spread after) {
        return AnnualRate.parse(
                rateNow(loan).fraction().subtract(before.fraction()).add(after.fraction()));
    }

    private static Result<RepricingDays, ChangeRefusal> possibleCycle(int months, LocalDate today) {
        return RepricingDays.check(today, months, today).refusedAs(ChangeRules::notPossible);
    }

    private static LoanEvent.Changed rate(Loan.Active loan, LocalDate from, AnnualRate rate, RateBasis after) {
        return new LoanEvent.RateTermsChanged(
                from,
                rateNow(loan).fraction(),
                rate.fraction(),
                LoanEvent.Basis.of(loan.agreement().basis()),
                LoanEvent.Basis.of(after));
    }

    private static AnnualRate rateNow(Loan.Active loan) {
        return loan.position().state().annualRate();
    }

    private static RateBasis.Floating floating(Loan.Active loan) {
        if (loan.agreement().basis() instanceof RateBasis.Floating floating) {
            return floating;
        }
        throw new IllegalStateException("asked of a floating rate only");
    }

    private static Result<LoanEvent.Changed, ChangeRefusal> unchanged(String what, int value) {
        return Result.refused(new ChangeRefusal.NotPossible(UNCHANGED, Map.of(what, value)));
    }
}
