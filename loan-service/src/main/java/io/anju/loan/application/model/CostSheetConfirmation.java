package io.anju.loan.application.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The borrower has read what the loan costs (综合融资成本) and confirmed it.
 *
 * @param realAnnualRate the figure that was shown first, decimal fraction
 */
public record CostSheetConfirmation(BigDecimal realAnnualRate, Instant at) {}
