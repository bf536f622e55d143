package io.anju.loan.product.model;

import io.anju.kernel.schedule.Method;
import java.util.Optional;

/** How months of interest alone at the start of a term go together with its method and its length. */
public final class InterestOnlyMonths {

    private InterestOnlyMonths() {}

    /**
     * Why they do not, as a field's code; empty when they do.
     *
     * @param months of interest alone; 0 for none
     * @param term in months
     * @param most months of interest alone that the product lends with
     */
    public static Optional<String> findGap(Method method, int months, int term, int most) {
        if (!method.startsWithInterestOnly()) {
            return months == 0 ? Optional.empty() : Optional.of("INTEREST_ONLY_NOT_OF_METHOD");
        }
        if (months == 0) {
            return Optional.of("INTEREST_ONLY_MONTHS_MISSING");
        }
        if (months >= term) {
            return Optional.of("INTEREST_ONLY_LEAVES_NO_TERM");
        }
        return months > most ? Optional.of("INTEREST_ONLY_TOO_LONG") : Optional.empty();
    }
}
