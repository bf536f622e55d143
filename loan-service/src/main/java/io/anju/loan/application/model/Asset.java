package io.anju.loan.application.model;

/**
 * Something of value that the borrower owns.
 *
 * @param amount fen
 */
public record Asset(Kind kind, long amount) {

    /** What it is. */
    public enum Kind {
        DEPOSIT,
        SECURITIES,
        PROVIDENT_FUND_BALANCE,
        REAL_ESTATE,
        OTHER
    }
}
