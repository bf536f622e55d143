package io.anju.repayment.duerun.model;

import java.util.Optional;

/**
 * What was done, counted.
 *
 * @param loans looked at
 * @param billed instalments
 * @param repriced loans
 * @param debits ordered
 * @param withoutCard instalments whose borrower has no card
 * @param deferred loans left for later, an order that rests on their figures being under way
 * @param missing loans that wait for a reference rate
 * @param missingRate the first rate that was missing
 */
public record Tally(
        int loans,
        int billed,
        int repriced,
        int debits,
        int withoutCard,
        int deferred,
        int missing,
        Optional<String> missingRate) {}
