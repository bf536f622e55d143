package io.anju.kernel.schedule;

import java.time.LocalDate;

/**
 * A prepayment as it enters a schedule; amounts in fen.
 *
 * @param afterInstalment number of the last instalment before it; 0 before the first
 * @param date on which it is paid
 * @param principal repaid early
 * @param interest of the days since the last due date, paid with it; 0 on a due date
 * @param balance outstanding after it
 */
public record Prepaid(int afterInstalment, LocalDate date, long principal, long interest, long balance) {

    /** What is paid in fen. */
    public long amount() {
        return principal + interest;
    }
}
