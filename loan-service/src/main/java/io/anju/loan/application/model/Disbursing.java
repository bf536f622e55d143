package io.anju.loan.application.model;

import java.util.UUID;

/** Released; the rail is paying. */
public record Disbursing(
        Dossier dossier,
        Facts facts,
        Approval approval,
        UUID contractId,
        String certificateNumber,
        DisbursementOrder order)
        implements LoanApplication {

    @Override
    public State state() {
        return State.DISBURSING;
    }

    /** The money has arrived. */
    public Active disbursed(UUID loanId) {
        return new Active(dossier, facts, approval, contractId, certificateNumber, order, loanId);
    }
}
