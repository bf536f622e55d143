package io.anju.repayment.change.model;

import io.anju.kernel.result.Refusal;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.ScheduleRefusal;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.ReferenceRates;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What is offered to a borrower who wants plan or rate changed. */
public final class ChangeRules {

    private ChangeRules() {}

    /** What an offer depends on beside the loan. */
    public record Day(LocalDate today, ReferenceRates rates, ChangePolicy policy) {}

    /**
     * The change simulated, or the reason why it is not offered.
     *
     * @param id of the quote
     * @param granted what officers have granted
     */
    public static Result<ChangeOffer, ChangeRefusal> offer(
            ChangeCandidate candidate, ChangeAsk ask, Day day, UUID id, Exceptions granted) {
        List<Check> checks = Eligibility.of(candidate, ask, day.today(), day.policy());
        if (!checks.stream().allMatch(check -> check.met() || granted.from().contains(check.rule()))) {
            return Result.refused(new ChangeRefusal.NotEligible(checks));
        }
        Loan.Active loan = candidate.loan();
        return ChangeEvents.of(loan, ask, day)
                .flatMap(event -> apply(loan, event)
                        .map(after -> new ChangeOffer(
                                new ChangeQuote(
                                        id,
                                        loan.agreement().id(),
                                        ask,
                                        event,
                                        needsAmendment(candidate, ask, day.policy()),
                                        validUntil(loan, day),
                                        candidate.version(),
                                        granted.request()),
                                checks,
                                ChangeOffer.Terms.of(loan),
                                ChangeOffer.Terms.of(after))));
    }

    /** Whether an offer can still be taken. */
    public static Optional<ChangeRefusal> findRefusal(ChangeQuote quote, ChangeCandidate candidate, LocalDate today) {
        if (today.isAfter(quote.validUntil())) {
            return Optional.of(new ChangeRefusal.QuoteExpired(quote.id(), quote.validUntil(), Optional.empty()));
        }
        if (candidate.version() != quote.loanVersion()) {
            return Optional.of(new ChangeRefusal.QuoteOvertaken(quote.id(), candidate.happened(), Optional.empty()));
        }
        // An order placed since has no event yet, and its outcome may bring one.
        Check underWay = candidate.nothingUnderWay();
        return underWay.met() ? Optional.empty() : Optional.of(new ChangeRefusal.NotEligible(List.of(underWay)));
    }

    /** The loan after the change: what was simulated, and what is done. */
    public static Result<Loan.Active, ChangeRefusal> apply(Loan.Active loan, LoanEvent.Changed event) {
        Result<Loan.Active, ScheduleRefusal> after = loan.changed(event);
        return after.refusedAs(ChangeRules::notPossible);
    }

    /** The kind of change that an event records. */
    public static ChangeAsk.Kind kindOf(LoanEvent.Changed event) {
        return switch (event) {
            case LoanEvent.MethodChanged method -> ChangeAsk.Kind.METHOD;
            case LoanEvent.TermChanged term -> ChangeAsk.Kind.TERM;
            case LoanEvent.Relieved relief -> ChangeAsk.Kind.RELIEF;
            case LoanEvent.DueDayMoved day -> ChangeAsk.Kind.DUE_DAY;
            case LoanEvent.RateTermsChanged rate -> kindOf(rate);
        };
    }

    private static ChangeAsk.Kind kindOf(LoanEvent.RateTermsChanged rate) {
        if (rate.after().referenceRate() == null) {
            return ChangeAsk.Kind.TO_FIXED;
        }
        if (rate.before().referenceRate() == null) {
            return ChangeAsk.Kind.TO_FLOATING;
        }
        return Objects.equals(rate.before().cycleMonths(), rate.after().cycleMonths())
                ? ChangeAsk.Kind.SPREAD
                : ChangeAsk.Kind.CYCLE;
    }

    static ChangeRefusal notPossible(Refusal reason) {
        return new ChangeRefusal.NotPossible(reason.code(), reason.evidence());
    }

    private static boolean needsAmendment(ChangeCandidate candidate, ChangeAsk ask, ChangePolicy policy) {
        boolean named = policy.amendmentFor().contains(ask.kind());
        return ask instanceof ChangeAsk.Longer(int more)
                ? named
                        && candidate.instalments() + more
                                > candidate.loan().agreement().terms().instalments()
                : named;
    }

    /** Nothing that the calendar brings comes within it, so that what was simulated still is what would be done. */
    private static LocalDate validUntil(Loan.Active loan, Day day) {
        LocalDate last = day.today().plusDays(day.policy().validityDays());
        LocalDate due = loan.position().nextDue().minusDays(1);
        LocalDate first = last.isBefore(due) ? last : due;
        return loan.nextRepricing()
                .map(repricing -> repricing.minusDays(1))
                .filter(before -> before.isBefore(first))
                .orElse(first);
    }
}
