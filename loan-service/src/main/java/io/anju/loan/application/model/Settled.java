package io.anju.loan.application.model;

import java.util.List;
import java.util.UUID;

/**
 * Paid back in full; the end.
 *
 * @param loans one for each tranche, by its number
 */
public record Settled(
        Dossier dossier,
        Facts facts,
        Approval approval,
        UUID contractId,
        String certificateNumber,
        DisbursementOrder order,
        List<PaidTranche> loans)
        implements LoanApplication {

    public Settled {
        loans = List.copyOf(loans);
    }

    @Override
    public State state() {
        return State.SETTLED;
    }
}
