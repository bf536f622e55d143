package io.anju.loan.referencerate.model;

/** The reference rates that a loan's rate can follow. */
public enum Rate {
    /** Loan prime rate, one year: for terms up to five years. */
    LPR_1Y(true),
    /** Loan prime rate, over five years. */
    LPR_5Y(true),
    /** Housing provident fund, first home, up to five years. */
    PROVIDENT_FUND_5Y(false),
    /** Housing provident fund, first home, over five years. */
    PROVIDENT_FUND_OVER_5Y(false);

    private final boolean loanPrimeRate;

    Rate(boolean loanPrimeRate) {
        this.loanPrimeRate = loanPrimeRate;
    }

    /** Whether it is a loan prime rate, which other services follow too. */
    public boolean isLoanPrimeRate() {
        return loanPrimeRate;
    }
}
