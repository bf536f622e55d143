package io.anju.contract.registration.model;

import java.util.Objects;
import java.util.UUID;

/**
 * A loan that is not paid out after all ({@code anju.loan.payout-cancelled.v1}).
 *
 * @param contractSettled whether nothing is owed, or to be paid out, of any loan of the contract
 */
public record GivenUpPayout(UUID loanId, UUID contractId, Boolean contractSettled) {
    /** Whoever leaves out whether the contract is over is not understood. */
    public GivenUpPayout {
        Objects.requireNonNull(contractSettled, "contractSettled");
    }
}
