package io.anju.loan.application.model;

import io.anju.kernel.schedule.Method;
import io.anju.loan.product.model.TrancheKind;

/**
 * A tranche as the borrower asks for it.
 *
 * @param principal fen
 * @param months the term; how many instalments it has the product's frequency says
 * @param interestOnlyMonths of the term, at its start, in which interest alone is paid; 0 where the method has none
 */
public record TrancheWish(TrancheKind kind, long principal, int months, Method method, int interestOnlyMonths) {

    /** One that repays from the first instalment on, or all at the end. */
    public TrancheWish(TrancheKind kind, long principal, int months, Method method) {
        this(kind, principal, months, method, 0);
    }
}
