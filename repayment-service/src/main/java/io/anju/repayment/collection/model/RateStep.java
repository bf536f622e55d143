package io.anju.repayment.collection.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.repayment.loan.model.LoanEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A contract rate that came into force after an instalment had been billed: what it owes for lateness is charged by it from
 * then on.
 *
 * @param date from which it counts
 * @param number of the event that brought it among the loan's events, from 1: before, nobody knew of it
 */
public record RateStep(LocalDate date, AnnualRate rate, long number) {

    /** Those that events bring, in their order. */
    public static List<RateStep> of(List<? extends LoanEvent> events, long before) {
        List<RateStep> steps = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            long number = before + i + 1;
            switch (events.get(i)) {
                case LoanEvent.Repriced fixed ->
                    steps.add(new RateStep(fixed.date(), AnnualRate.of(fixed.newRate()), number));
                case LoanEvent.RateTermsChanged agreed ->
                    steps.add(new RateStep(agreed.date(), AnnualRate.of(agreed.rate()), number));
                default -> {}
            }
        }
        return steps;
    }
}
