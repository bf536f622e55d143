package io.anju.contract.registration.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan that is not paid out after all ({@code anju.loan.payout-cancelled.v1}).
 *
 * @param contractSettled whether nothing is owed, or to be paid out, of any loan of the contract
 * @param contractPaidOut principal of the contract's other loans that were paid out, fen; null: not said
 * @param contractRepaidOn the day on which the last of those was repaid; null: none is, or not said
 */
public record GivenUpPayout(
        UUID loanId,
        UUID contractId,
        @Nullable UUID applicationId,
        @Nullable UUID customerId,
        Boolean contractSettled,
        @Nullable Long contractPaidOut,
        @Nullable LocalDate contractRepaidOn) {
    /** Whoever leaves out whether the contract is over is not understood. */
    public GivenUpPayout {
        Objects.requireNonNull(contractSettled, "contractSettled");
    }

    /** What was repaid before, where anything was lent under the contract at all and the contract is over. */
    public Optional<Settlement> settlement() {
        if (!contractSettled
                || contractPaidOut == null
                || contractPaidOut == 0
                || contractRepaidOn == null
                || applicationId == null
                || customerId == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Settlement(loanId, applicationId, contractId, customerId, contractRepaidOn, true, contractPaidOut));
    }
}
