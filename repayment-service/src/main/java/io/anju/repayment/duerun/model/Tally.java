package io.anju.repayment.duerun.model;

import java.util.Optional;

/**
 * What was done, counted.
 *
 * @param loans looked at
 * @param billed instalments
 * @param repriced loans
 * @param debits ordered
 * @param withoutCard loans of which something was to be debited and there was nothing to debit, since their borrower has no
 *     card or has stopped it
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
