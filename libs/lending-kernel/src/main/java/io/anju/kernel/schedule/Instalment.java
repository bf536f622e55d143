package io.anju.kernel.schedule;

import java.time.LocalDate;

/**
 * One row of a schedule; amounts in fen.
 *
 * @param number from 1
 * @param dueDate last day of the period
 * @param principal repaid by it
 * @param interest of the period
 * @param balance outstanding after it
 */
public record Instalment(int number, LocalDate dueDate, long principal, long interest, long balance) {

    /** What falls due in fen. */
    public long amount() {
        return principal + interest;
    }
}
