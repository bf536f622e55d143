package io.anju.loan.application.model;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The contract came to nothing before it was sealed. The approval stands for a while: another contract can be drawn up
 * from it, or the borrower walks away.
 *
 * @param costSheet the borrower's confirmation of the cost sheet; null: not given
 */
public record ContractEnded(
        Dossier dossier,
        Facts facts,
        Approval approval,
        @Nullable CostSheetConfirmation costSheet,
        Ending ending) implements Withdrawable {

    /** How it came to nothing. */
    public enum Ending {
        /** The borrower did not want it. */
        DECLINED,
        /** Nobody signed it in time. */
        EXPIRED,
        /** The bank took it back. */
        WITHDRAWN
    }

    @Override
    public State state() {
        return State.CONTRACT_ENDED;
    }

    /**
     * To another contract on the approved terms. What the bank took back, only the bank replaces.
     *
     * @param approvalDays days after the day of approval in which its price still holds
     */
    public Result<Approved, ApplicationRefusal> redraft(Actor by, LocalDate today, int approvalDays) {
        LocalDate lastDay = approval.day().plusDays(approvalDays);
        if (today.isAfter(lastDay)) {
            return Result.refused(new ApplicationRefusal.ApprovalLapsed(lastDay));
        }
        if (ending == Ending.WITHDRAWN && by instanceof Actor.Customer) {
            return Result.refused(new ApplicationRefusal.ContractTakenBack());
        }
        return Result.ok(new Approved(dossier, facts, approval, costSheet));
    }
}
