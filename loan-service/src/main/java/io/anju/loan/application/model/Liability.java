package io.anju.loan.application.model;

/**
 * A debt that the borrower already serves.
 *
 * @param balance fen still owed
 * @param monthlyPayment fen per month
 */
public record Liability(Kind kind, long balance, long monthlyPayment) {

    /** What the debt is for. */
    public enum Kind {
        HOME_LOAN,
        CAR_LOAN,
        CONSUMER_CREDIT,
        CREDIT_CARD,
        OTHER
    }
}
