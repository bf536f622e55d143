package io.anju.repayment.loan.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the calendar brings a loan up to a day, in the order of its dates: instalments billed, rates fixed
 * anew. A run that missed days loses nothing, since each loan walks through its own days.
 *
 * <p>On a day with both, the instalment comes first: it closes the period at the old rate. An instalment that owes nothing
 * is paid by being billed.
 *
 * @param after the loan at the end of the day
 * @param events what happened, in order
 * @param billed the instalments among them
 */
public record CatchUp(Loan.Active after, List<LoanEvent> events, List<Billed> billed) {

    /** An instalment and the rate that was in force when it was billed. */
    public record Billed(Instalment instalment, AnnualRate rate) {}

    public CatchUp {
        events = List.copyOf(events);
        billed = List.copyOf(billed);
    }

    /** Walks the loan to the end of a day; refused where a reference rate that it needs has not been heard of. */
    public static Result<CatchUp, RateRefusal> to(LocalDate day, Loan.Active loan, ReferenceRates rates) {
        List<LoanEvent> events = new ArrayList<>();
        List<Billed> billed = new ArrayList<>();
        Loan.Active now = loan;
        while (isDue(now, day)) {
            if (instalmentComesNext(now)) {
                Loan.Active.Billing billing = now.bill();
                Instalment row = billing.instalment();
                billed.add(new Billed(row, now.position().state().annualRate()));
                events.add(new LoanEvent.Billed(row.dueDate(), row.number(), row.principal(), row.interest()));
                if (row.amount() == 0) {
                    events.add(new LoanEvent.InstalmentPaid(row.dueDate(), row.number(), 0));
                }
                now = billing.after();
            } else {
                switch (reprice(now, rates)) {
                    case Result.Refused<Loan.Active.Repricing, RateRefusal>(RateRefusal refusal) -> {
                        return Result.refused(refusal);
                    }
                    case Result.Ok<Loan.Active.Repricing, RateRefusal>(Loan.Active.Repricing repricing) -> {
                        events.add(repricing.event());
                        now = repricing.after();
                    }
                }
            }
        }
        return Result.ok(new CatchUp(now, events, billed));
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
