package io.anju.loan.underwriting.model;

import java.math.BigDecimal;

/**
 * The limits that are the bank's and not a product's.
 *
 * @param maxDebtRatio all monthly debts to income: 0.55 (个人贷款 risk guidelines, 银监发〔2004〕57号 36)
 * @param maxHousingRatio monthly housing costs to income: 0.50 (same)
 * @param maxOverdue24m times overdue within 24 months that an approval tolerates
 */
public record UnderwritingLimits(BigDecimal maxDebtRatio, BigDecimal maxHousingRatio, int maxOverdue24m) {}
