package io.anju.loan.underwriting.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the rules and the scorecard look at, gathered beforehand.
 *
 * @param principal fen asked for
 * @param propertyPrice fen
 * @param housingInstalment fen per month for the loan asked for, in its dearest month
 * @param housingDebt fen per month for home loans already running
 * @param otherDebt fen per month for all other debts, the larger of what was declared and what the bureau reports
 * @param monthlyIncome fen per month
 * @param employedMonths months with the present employer
 * @param assets fen, all assets declared
 * @param ageYears whole years on the day of the check
 * @param termMonths the longest tranche
 * @param maxLoanToValue decimal fraction, of the product version
 * @param maxAgePlusTerm years, of the product version
 * @param overdueCount24m times overdue within 24 months, by the bureau
 * @param inquiries6m inquiries by lenders within 6 months, by the bureau
 * @param openApplications other open applications of the same person or for the same home
 * @param homeLoans home loans of the person that run, the largest of what was declared, what the bureau reports and what
 *     this bank lends
 * @param firstHome whether the price of a first home is asked for
 * @param noReport why the bureau has no report of the person; null: there is one
 */
public record CaseFacts(
        long principal,
        long propertyPrice,
        long housingInstalment,
        long housingDebt,
        long otherDebt,
        long monthlyIncome,
        int employedMonths,
        long assets,
        int ageYears,
        int termMonths,
        BigDecimal maxLoanToValue,
        int maxAgePlusTerm,
        int overdueCount24m,
        int inquiries6m,
        int openApplications,
        int homeLoans,
        boolean firstHome,
        @Nullable String noReport) {

    /** Fen per month for housing, as a share of income. */
    public BigDecimal housingRatio() {
        return Ratio.of(housingInstalment + housingDebt, monthlyIncome);
    }

    /** Fen per month for all debts, as a share of income. */
    public BigDecimal debtRatio() {
        return Ratio.of(housingInstalment + housingDebt + otherDebt, monthlyIncome);
    }

    /** What is lent, as a share of the price. */
    public BigDecimal loanToValue() {
        return Ratio.of(principal, propertyPrice);
    }
}
