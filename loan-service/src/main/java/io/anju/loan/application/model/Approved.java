package io.anju.loan.application.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Approved by two people; the contract is being drawn up.
 *
 * @param costSheet the borrower's confirmation of the cost sheet; null: not given yet
 */
public record Approved(
        Dossier dossier,
        Facts facts,
        Approval approval,
        @Nullable CostSheetConfirmation costSheet) implements Withdrawable, Priced {

    @Override
    public State state() {
        return State.APPROVED;
    }

    @Override
    public Approved confirm(CostSheetConfirmation confirmation) {
        return new Approved(dossier, facts, approval, confirmation);
    }

    /** The contract bears all signatures and the bank's seal. */
    public Contracted contracted(UUID contractId) {
        return new Contracted(dossier, facts, approval, costSheet, contractId, null);
    }

    /** The contract was declined, not signed in time, or taken back. */
    public ContractEnded ended(ContractEnded.Ending ending) {
        return new ContractEnded(dossier, facts, approval, costSheet, ending);
    }
}
