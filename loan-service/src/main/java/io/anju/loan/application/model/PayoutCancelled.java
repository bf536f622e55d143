package io.anju.loan.application.model;

import java.util.UUID;

/** Released, but nothing could be paid out and it was given up: no loan came about, and the mortgage is released. The end. */
public record PayoutCancelled(
        Dossier dossier,
        Facts facts,
        Approval approval,
        UUID contractId,
        String certificateNumber,
        DisbursementOrder order)
        implements LoanApplication {

    @Override
    public State state() {
        return State.PAYOUT_CANCELLED;
    }
}
