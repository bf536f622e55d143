package io.anju.repayment.duerun.model;

import io.anju.kernel.rate.RateRefusal;
import io.anju.kernel.result.Result;
import io.anju.repayment.loan.model.CatchUp;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.ReferenceRates;
import io.anju.repayment.loan.model.SpreadStep;
import java.time.LocalDate;
import java.util.Optional;

/** What a day brings one loan. */
public sealed interface DayWork {

    /** Instalments billed, rates fixed; perhaps nothing. */
    record Done(CatchUp catchUp) implements DayWork {}

    /** An order that rests on the loan's figures is under way: later. */
    record Deferred() implements DayWork {}

    /** A reference rate has not been heard of: when it has. */
    record Waiting(RateRefusal missing) implements DayWork {}

    /**
     * Works it out.
     *
     * @param spread that comes down by that day and has not yet
     */
    static DayWork of(LocalDate day, Loan.Active loan, ReferenceRates rates, Optional<SpreadStep> spread) {
        if (loan.heldBy().isPresent()) {
            return new Deferred();
        }
        return switch (CatchUp.to(day, loan, rates, spread)) {
            case Result.Ok<CatchUp, RateRefusal>(CatchUp catchUp) -> new Done(catchUp);
            case Result.Refused<CatchUp, RateRefusal>(RateRefusal missing) -> new Waiting(missing);
        };
    }
}
