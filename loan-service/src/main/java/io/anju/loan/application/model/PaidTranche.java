package io.anju.loan.application.model;

import java.util.UUID;

/**
 * A tranche whose money has arrived: at repayment-service it is a loan of its own.
 *
 * @param tranche its place among the approved tranches, from 1
 */
public record PaidTranche(int tranche, UUID loanId) {

    /** Whether both claim to be the same tranche, as different loans. */
    boolean isOtherLoan(PaidTranche other) {
        return tranche == other.tranche && !loanId.equals(other.loanId);
    }
}
