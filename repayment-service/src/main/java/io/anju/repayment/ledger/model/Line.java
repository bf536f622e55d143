package io.anju.repayment.ledger.model;

/**
 * One leg of a transfer.
 *
 * @param account where the value arrives or leaves
 * @param amount fen; a debit is positive, a credit negative, never zero
 */
public record Line(Account account, long amount) {

    public Line {
        if (amount == 0) {
            throw new IllegalArgumentException("a line of zero says nothing");
        }
    }

    /** A debit of that many fen. */
    public static Line debit(Account account, long fen) {
        return new Line(account, positive(fen));
    }

    /** A credit of that many fen. */
    public static Line credit(Account account, long fen) {
        return new Line(account, -positive(fen));
    }

    /** The same amount on the other side. */
    public Line undone() {
        return new Line(account, -amount);
    }

    private static long positive(long fen) {
        if (fen <= 0) {
            throw new IllegalArgumentException("a debit or a credit is of a positive amount, not " + fen);
        }
        return fen;
    }
}
