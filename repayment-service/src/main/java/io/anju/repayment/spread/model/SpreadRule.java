package io.anju.repayment.spread.model;

import io.anju.kernel.rate.ReferenceRate;
import io.anju.kernel.rate.SpreadCut;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which loans a batch is for and what it does to them: data, as the bank announces it.
 *
 * @param products codes, among them those of first and of second homes; empty: of any. A loan whose product is not known is
 *     in none that names products
 * @param tenor LPR that the loans follow; empty: any
 * @param startedBefore paid out before that day; empty: whenever
 * @param cut what comes down to what
 * @param effective first day of the new spread
 */
public record SpreadRule(
        Set<String> products,
        Optional<ReferenceRate.Tenor> tenor,
        Optional<LocalDate> startedBefore,
        SpreadCut cut,
        LocalDate effective) {

    public SpreadRule {
        products = Set.copyOf(products);
    }

    /**
     * First day of the new spread for a loan that is written down on a day: one that is written down late has been walked
     * to that day by now, and its spread comes down from there.
     */
    public LocalDate effectiveFor(LocalDate listed) {
        return effective.isBefore(listed) ? listed : effective;
    }
}
