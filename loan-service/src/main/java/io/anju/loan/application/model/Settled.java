package io.anju.loan.application.model;

import java.util.UUID;

/** Paid back in full; the end. */
public record Settled(
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
        return State.SETTLED;
    }
}
