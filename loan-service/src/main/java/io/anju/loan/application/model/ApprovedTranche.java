package io.anju.loan.application.model;

import io.anju.kernel.schedule.Method;
import io.anju.loan.product.model.Conditions;
import io.anju.loan.product.model.RateBasis;
import io.anju.loan.product.model.TrancheKind;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A tranche with its price.
 *
 * @param principal fen
 * @param annualRate decimal fraction, by the reference rate in force on the day of approval
 * @param spread decimal fraction added to the reference rate, fixed for the life of the contract
 * @param ratePeriodMonths repricing cycle: 3, 6 or 12
 * @param conditions those of the product version, agreed on for the life of the loan
 */
public record ApprovedTranche(
        TrancheKind kind,
        long principal,
        int months,
        Method method,
        BigDecimal annualRate,
        BigDecimal spread,
        int ratePeriodMonths,
        RateBasis rateBasis,
        Conditions conditions) {

    /** An approval that was kept before conditions were data has none written down: those of its day are the default. */
    public ApprovedTranche {
        conditions = Objects.requireNonNullElse(conditions, Conditions.DEFAULT);
    }
}
