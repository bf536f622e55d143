package io.anju.repayment.loan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the loans of a contract stand together.
 *
 * @param settled whether none of them is open or active any more
 * @param paidOut principal of those that were not given up, fen: once it is settled, what was lent and is repaid
 * @param repaidOn the day on which the last of them was settled; null: none is
 */
public record ContractStanding(
        boolean settled, long paidOut, @Nullable LocalDate repaidOn) {}
