package io.anju.loan.application.model;

import org.jspecify.annotations.Nullable;

/** A state in which the price is known and the borrower can confirm having read it. */
public sealed interface Priced extends LoanApplication permits Approved, Contracted {

    Approval approval();

    @Nullable
    CostSheetConfirmation costSheet();

    /** The same state with the borrower's confirmation. */
    Priced confirm(CostSheetConfirmation confirmation);
}
