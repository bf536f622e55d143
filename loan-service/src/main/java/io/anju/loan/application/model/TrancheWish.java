package io.anju.loan.application.model;

import io.anju.kernel.schedule.Method;
import io.anju.loan.product.model.TrancheKind;

/**
 * A tranche as the borrower asks for it.
 *
 * @param principal fen
 * @param months number of instalments
 */
public record TrancheWish(TrancheKind kind, long principal, int months, Method method) {}
