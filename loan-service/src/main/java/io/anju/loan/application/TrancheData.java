package io.anju.loan.application;

import io.anju.loan.application.model.ApprovedTranche;
import io.anju.loan.product.ConditionsData;
import io.anju.loan.product.model.RateBasis;
import io.anju.loan.product.model.TrancheKind;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An approved tranche as events tell it.
 *
 * @param principal fen
 * @param method as lending-kernel names it
 * @param interestOnlyMonths of the term, at its start, in which interest alone is paid; 0 where the method has none
 * @param annualRate decimal fraction as text
 * @param spread decimal fraction as text, may be negative
 * @param ratePeriodMonths repricing cycle
 * @param conditions what is agreed on beside the price
 */
@RegisterForReflection
public record TrancheData(
        TrancheKind kind,
        long principal,
        int months,
        String method,
        int interestOnlyMonths,
        String annualRate,
        String spread,
        int ratePeriodMonths,
        RateBasis rateBasis,
        ConditionsData conditions) {

    /** As events tell it. */
    public static TrancheData of(ApprovedTranche tranche) {
        return new TrancheData(
                tranche.kind(),
                tranche.principal(),
                tranche.months(),
                tranche.method().name(),
                tranche.interestOnlyMonths(),
                tranche.annualRate().toPlainString(),
                tranche.spread().toPlainString(),
                tranche.ratePeriodMonths(),
                tranche.rateBasis(),
                ConditionsData.of(tranche.conditions()));
    }
}
