package io.anju.contract.registration.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan that is repaid ({@code anju.loan.settled.v1}).
 *
 * @param date business date of the last payment
 * @param contractSettled whether nothing is owed under the whole contract: each of its tranches is a loan of its own
 * @param contractPaidOut principal of the tranches that were not given up, fen; null: not said, all of them were paid out
 */
public record Settlement(
        UUID loanId,
        UUID applicationId,
        UUID contractId,
        UUID customerId,
        LocalDate date,
        Boolean contractSettled,
        @Nullable Long contractPaidOut) {
    /** Whoever leaves out whether the contract is settled is not understood. */
    public Settlement {
        Objects.requireNonNull(contractSettled, "contractSettled");
    }
}
