package io.anju.loan.application.model;

import java.util.List;
import java.util.UUID;

/**
 * Paid out; repayment-service keeps the loans.
 *
 * @param loans one for each tranche, by its number
 */
public record Active(
        Dossier dossier,
        Facts facts,
        Approval approval,
        UUID contractId,
        String certificateNumber,
        DisbursementOrder order,
        List<PaidTranche> loans)
        implements LoanApplication {

    public Active {
        loans = List.copyOf(loans);
    }

    @Override
    public State state() {
        return State.ACTIVE;
    }

    /** Nothing is owed under the contract any more. */
    public Settled settled() {
        return new Settled(dossier, facts, approval, contractId, certificateNumber, order, loans);
    }
}
