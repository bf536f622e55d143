package io.anju.loan.product.http;

import io.anju.kernel.schedule.Method;
import io.anju.loan.product.ConditionsData;
import io.anju.loan.product.model.Price;
import io.anju.loan.product.model.ProductTranche;
import io.anju.loan.product.model.ProductVersion;
import io.anju.loan.product.model.RateBasis;
import io.anju.loan.product.model.TrancheKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as JSON.
 *
 * @param title by language
 * @param minDownPayment share of the price, decimal fraction as text
 * @param maxLoanToValue share of the price, decimal fraction as text
 * @param maxAgePlusTerm years
 * @param maxInterestOnlyMonths months of interest alone at the start; 0: no method begins with them
 * @param maxBulletMonths longest term that is repaid at its end at once; 0: none is
 */
@RegisterForReflection
public record ProductView(
        String code,
        int version,
        Map<String, String> title,
        String minDownPayment,
        String maxLoanToValue,
        int minMonths,
        int maxMonths,
        int maxAgePlusTerm,
        List<Method> methods,
        int maxInterestOnlyMonths,
        int maxBulletMonths,
        List<TrancheView> tranches) {

    /**
     * A tranche as JSON.
     *
     * @param spread decimal fraction as text, may be negative
     * @param annualRate today's, for the longest term; decimal fraction as text
     * @param maxPrincipal fen; null: only the loan to value limits
     * @param conditions what its contracts agree on beside the price
     */
    @RegisterForReflection
    public record TrancheView(
            TrancheKind kind,
            RateBasis rateBasis,
            String spread,
            int ratePeriodMonths,
            @Nullable String annualRate,
            @Nullable Long maxPrincipal,
            ConditionsData conditions) {

        static TrancheView of(ProductTranche tranche, @Nullable Price price) {
            return new TrancheView(
                    tranche.kind(),
                    tranche.basis(),
                    tranche.spread().text(),
                    tranche.ratePeriodMonths(),
                    price == null ? null : price.annualRate().text(),
                    tranche.maxPrincipal(),
                    ConditionsData.of(tranche.conditions()));
        }
    }

    static ProductView of(ProductVersion version, List<TrancheView> tranches) {
        return new ProductView(
                version.code(),
                version.version(),
                Map.of("zh-CN", version.titleZh(), "en", version.titleEn()),
                version.minDownPayment().toPlainString(),
                version.maxLoanToValue().toPlainString(),
                version.minMonths(),
                version.maxMonths(),
                version.maxAgePlusTerm(),
                version.methods().stream().sorted().toList(),
                version.maxInterestOnlyMonths(),
                version.maxBulletMonths(),
                tranches);
    }
}
