package io.anju.loan.application.model;

/**
 * What the borrower earns, as declared and backed by documents.
 *
 * @param monthly fen per month, after tax
 * @param employedMonths months with the present employer or in the present business
 */
public record Income(long monthly, Employment employment, int employedMonths) {

    /** How the income is earned. */
    public enum Employment {
        EMPLOYED,
        SELF_EMPLOYED,
        RETIRED,
        OTHER
    }
}
