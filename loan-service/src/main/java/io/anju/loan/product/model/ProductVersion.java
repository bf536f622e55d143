package io.anju.loan.product.model;

import io.anju.kernel.schedule.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a product; the newest one that is valid on a day is offered on that day.
 *
 * @param minDownPayment share of the price that the buyer pays (首付比例), decimal fraction
 * @param maxLoanToValue share of the price that is lent at most, decimal fraction
 * @param maxAgePlusTerm years: age at application plus term
 * @param maxInterestOnlyMonths months of interest alone at the start; 0 where no method begins with them
 * @param maxBulletMonths longest term that is repaid at its end at once; 0 where that is no method
 */
public record ProductVersion(
        String code,
        int version,
        LocalDate validFrom,
        String titleZh,
        String titleEn,
        BigDecimal minDownPayment,
        BigDecimal maxLoanToValue,
        int minMonths,
        int maxMonths,
        int maxAgePlusTerm,
        Set<Method> methods,
        int maxInterestOnlyMonths,
        int maxBulletMonths,
        List<ProductTranche> tranches) {

    /** Its tranches fall due together: one order to pay out, one annex and one due day are for all of them. */
    public ProductVersion {
        methods = Set.copyOf(methods);
        tranches = List.copyOf(tranches);
        if (tranches.stream().map(ProductTranche::frequency).distinct().count() > 1) {
            throw new IllegalArgumentException(code + "/" + version + " has tranches of different frequencies");
        }
    }

    /** The tranche of that kind, when the product lends it. */
    public Optional<ProductTranche> findTranche(TrancheKind kind) {
        return tranches.stream().filter(tranche -> tranche.kind() == kind).findFirst();
    }

    /** What may be lent against a price: the stricter of down payment and loan to value. */
    public BigDecimal lendingShare() {
        return maxLoanToValue.min(BigDecimal.ONE.subtract(minDownPayment));
    }
}
