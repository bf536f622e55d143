package io.anju.loan.application.model;

import io.anju.kernel.schedule.Method;
import io.anju.loan.product.model.RateBasis;
import io.anju.loan.product.model.TrancheKind;
import java.math.BigDecimal;

/**
 * A tranche with its price.
 *
 * @param principal fen
 * @param annualRate decimal fraction, by the reference rate in force on the day of approval
 * @param spread decimal fraction added to the reference rate, fixed for the life of the contract
 * @param ratePeriodMonths repricing cycle: 3, 6 or 12
 */
public record ApprovedTranche(
        TrancheKind kind,
        long principal,
        int months,
        Method method,
        BigDecimal annualRate,
        BigDecimal spread,
        int ratePeriodMonths,
        RateBasis rateBasis) {}
