package io.anju.loan.application.model;

import io.anju.kernel.result.Result;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract is sealed; the money waits for the mortgage's registration and an officer's release.
 *
 * @param certificateNumber number of the registered mortgage (不动产登记证明); null: not registered yet
 */
public record Contracted(
        Dossier dossier,
        Facts facts,
        Approval approval,
        @Nullable CostSheetConfirmation costSheet,
        UUID contractId,
        @Nullable String certificateNumber)
        implements Priced {

    @Override
    public State state() {
        return State.CONTRACTED;
    }

    @Override
    public Contracted confirm(CostSheetConfirmation confirmation) {
        return new Contracted(dossier, facts, approval, confirmation, contractId, certificateNumber);
    }

    /** The mortgage exists (民法典 402: from registration). */
    public Contracted registered(String certificate) {
        return new Contracted(dossier, facts, approval, costSheet, contractId, certificate);
    }

    /** The registry refused the mortgage. */
    public MortgageRejected rejected(String reason) {
        return new MortgageRejected(dossier, facts, approval, costSheet, contractId, reason);
    }

    /** The money may go: registered, and the borrower knows what it costs. */
    public Result<Disbursing, ApplicationRefusal> release(DisbursementOrder order) {
        if (certificateNumber == null) {
            return Result.refused(new ApplicationRefusal.MortgageNotRegistered());
        }
        if (costSheet == null) {
            return Result.refused(new ApplicationRefusal.CostSheetNotConfirmed());
        }
        return Result.ok(
                new Disbursing(dossier, facts, approval, contractId, certificateNumber, order, List.of(), List.of()));
    }
}
