package io.anju.loan.application.model;

import java.util.UUID;

/** Paid out; repayment-service keeps the loan. */
public record Active(
        Dossier dossier,
        Facts facts,
        Approval approval,
        UUID contractId,
        String certificateNumber,
        DisbursementOrder order,
        UUID loanId)
        implements LoanApplication {

    @Override
    public State state() {
        return State.ACTIVE;
    }

    /** Nothing is owed any more. */
    public Settled settled() {
        return new Settled(dossier, facts, approval, contractId, certificateNumber, order, loanId);
    }
}
