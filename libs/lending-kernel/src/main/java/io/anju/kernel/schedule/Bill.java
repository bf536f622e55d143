package io.anju.kernel.schedule;

/**
 * One billed period.
 *
 * @param principal fen
 * @param interest fen
 * @param after the loan once this is paid
 */
public record Bill(long principal, long interest, LoanState after) {

    /** What falls due in fen. */
    public long amount() {
        return principal + interest;
    }
}
