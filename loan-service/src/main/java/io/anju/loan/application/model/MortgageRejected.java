package io.anju.loan.application.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract is sealed, but the registry refused the mortgage: no money goes. The bank applies again once the obstacle
 * is removed, or the borrower walks away and the contract is rescinded.
 *
 * @param costSheet the borrower's confirmation of the cost sheet; null: not given
 * @param reason the registry's code
 */
public record MortgageRejected(
        Dossier dossier,
        Facts facts,
        Approval approval,
        @Nullable CostSheetConfirmation costSheet,
        UUID contractId,
        String reason)
        implements Withdrawable {

    @Override
    public State state() {
        return State.MORTGAGE_REJECTED;
    }

    /** The mortgage exists after all. */
    public Contracted registered(String certificate) {
        return new Contracted(dossier, facts, approval, costSheet, contractId, certificate);
    }

    /** Refused once more. */
    public MortgageRejected rejected(String again) {
        return new MortgageRejected(dossier, facts, approval, costSheet, contractId, again);
    }
}
