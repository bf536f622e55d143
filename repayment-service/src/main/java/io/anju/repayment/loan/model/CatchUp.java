package io.anju.repayment.loan.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.result.Refusal;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.ScheduleRefusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the calendar brings a loan up to a day, in the order of its dates: instalments billed, rates fixed
 * anew, a spread brought down. A run that missed days loses nothing, since each loan walks through its own days.
 *
 * <p>On a day with several, the instalment comes first: it closes the period at the old rate. Then the rate is fixed anew,
 * and then the spread comes down. An instalment that owes nothing is paid by being billed.
 *
 * @param after the loan at the end of the day
 * @param events what happened, in order
 * @param billed the instalments among them
 * @param leftAlone why the spread that was to come down stays; empty where it came down, or where none was to
 */
public record CatchUp(Loan.Active after, List<LoanEvent> events, List<Billed> billed, Optional<Refusal> leftAlone) {

    /** An instalment and the rate that was in force when it was billed. */
    public record Billed(Instalment instalment, AnnualRate rate) {}

    public CatchUp {
        events = List.copyOf(events);
        billed = List.copyOf(billed);
    }

    /** Walks the loan to the end of a day; refused where a reference rate that it needs has not been heard of. */
    public static Result<CatchUp, RateRefusal> to(LocalDate day, Loan.Active loan, ReferenceRates rates) {
        return to(day, loan, rates, Optional.empty());
    }

    /** The same with a spread that comes down on a day, where that has come. */
    public static Result<CatchUp, RateRefusal> to(
            LocalDate day, Loan.Active loan, ReferenceRates rates, Optional<SpreadStep> spread) {
        Walk walk = new Walk(loan, rates);
        Optional<SpreadStep> step = spread.filter(due -> !due.from().isAfter(day));
        Optional<RateRefusal> missing = walk.to(step.map(SpreadStep::from).orElse(day));
        if (step.isPresent() && missing.isEmpty()) {
            walk.take(step.get());
            missing = walk.to(day);
        }
        return missing.<Result<CatchUp, RateRefusal>>map(Result::refused)
                .orElseGet(() -> Result.ok(new CatchUp(walk.now, walk.events, walk.billed, walk.leftAlone)));
    }

    /** A loan on its way. */
    private static final class Walk {

        private final ReferenceRates rates;
        private final List<LoanEvent> events = new ArrayList<>();
        private final List<Billed> billed = new ArrayList<>();
        private Loan.Active now;
        private Optional<Refusal> leftAlone = Optional.empty();

        Walk(Loan.Active loan, ReferenceRates rates) {
            this.now = loan;
            this.rates = rates;
        }

        /** To the end of a day; answers with what stops it: a reference rate that was not heard of. */
        Optional<RateRefusal> to(LocalDate day) {
            while (isDue(now, day)) {
                if (instalmentComesNext(now)) {
                    bill();
                    continue;
                }
                switch (reprice(now, rates)) {
                    case Result.Refused<Loan.Active.Repricing, RateRefusal>(RateRefusal missing) -> {
                        return Optional.of(missing);
                    }
                    case Result.Ok<Loan.Active.Repricing, RateRefusal>(Loan.Active.Repricing repricing) -> {
                        events.add(repricing.event());
                        now = repricing.after();
                    }
                }
            }
            return Optional.empty();
        }

        private void bill() {
            Loan.Active.Billing billing = now.bill();
            Instalment row = billing.instalment();
            billed.add(new Billed(row, now.position().state().annualRate()));
            events.add(new LoanEvent.Billed(row.dueDate(), row.number(), row.principal(), row.interest()));
            if (row.amount() == 0) {
                events.add(new LoanEvent.InstalmentPaid(row.dueDate(), row.number(), 0));
            }
            now = billing.after();
        }

        /** The spread comes down, or the loan is left as it is. */
        void take(SpreadStep step) {
            switch (step.on(now)) {
                case Result.Refused<LoanEvent.RateTermsChanged, Refusal>(Refusal refusal) ->
                    leftAlone = Optional.of(refusal);
                case Result.Ok<LoanEvent.RateTermsChanged, Refusal>(LoanEvent.RateTermsChanged event) -> {
                    now = changed(now, event);
                    events.add(event);
                }
            }
        }

        private static Loan.Active changed(Loan.Active loan, LoanEvent.RateTermsChanged event) {
            return switch (loan.changed(event)) {
                case Result.Ok<Loan.Active, ScheduleRefusal>(Loan.Active after) -> after;
                // The walk brings the loan to the day before the due date that ends its period.
                case Result.Refused<Loan.Active, ScheduleRefusal>(ScheduleRefusal refusal) ->
                    throw new IllegalStateException(refusal.toString());
            };
        }
    }

    private static boolean isDue(Loan.Active loan, LocalDate day) {
        return loan.isBilling()
                && (!loan.position().nextDue().isAfter(day)
                        || loan.nextRepricing()
                                .filter(date -> !date.isAfter(day))
                                .isPresent());
    }

    private static boolean instalmentComesNext(Loan.Active loan) {
        LocalDate due = loan.position().nextDue();
        return loan.nextRepricing().filter(date -> date.isBefore(due)).isEmpty();
    }

    private static Result<Loan.Active.Repricing, RateRefusal> reprice(Loan.Active loan, ReferenceRates rates) {
        return switch (loan.agreement().basis()) {
            case RateBasis.Floating floating ->
                loan.reprice(loan.nextRepricing().orElseThrow(), floating.against(rates.of(floating.tenor())));
            case RateBasis.Fixed fixed -> throw new IllegalStateException("a fixed rate has no repricing day");
        };
    }
}
