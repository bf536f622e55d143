package io.anju.repayment.change.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.SpreadRules;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The bank's rules of changing, which are data.
 *
 * @param validityDays how long a quote holds, unless the next due date or repricing day is nearer
 * @param paidLeast instalments that must have been billed before
 * @param perYear changes of one kind in twelve months
 * @param reliefMost months of interest alone at a time; of fortnights as many as they have
 * @param termMost months of a loan in all, those billed among them
 * @param cycleChangesMost changes of the repricing cycle in a loan's life
 * @param amendmentFor kinds that need an amendment of the contract; TERM only beyond the contract's own
 * @param spreads how far a spread may come down
 * @param averages national average rate of new loans by the day of its publication
 */
public record ChangePolicy(
        int validityDays,
        int paidLeast,
        int perYear,
        int reliefMost,
        int termMost,
        int cycleChangesMost,
        Set<ChangeAsk.Kind> amendmentFor,
        SpreadRules spreads,
        NavigableMap<LocalDate, AnnualRate> averages) {

    public ChangePolicy {
        amendmentFor = Set.copyOf(amendmentFor);
        averages = new TreeMap<>(averages);
    }

    /** The same, these averages having been published; without one no spread comes down on request. */
    public ChangePolicy with(NavigableMap<LocalDate, AnnualRate> published) {
        return new ChangePolicy(
                validityDays,
                paidLeast,
                perYear,
                reliefMost,
                termMost,
                cycleChangesMost,
                amendmentFor,
                spreads,
                published);
    }

    /** The newest average published by a day. */
    Optional<Map.Entry<LocalDate, AnnualRate>> average(LocalDate on) {
        return Optional.ofNullable(averages.floorEntry(on));
    }
}
