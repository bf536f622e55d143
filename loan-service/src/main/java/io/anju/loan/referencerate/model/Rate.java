package io.anju.loan.referencerate.model;

/** The reference rates that a loan's rate can follow, and the average by which its spread may come down. */
public enum Rate {
    /** Loan prime rate, one year: for terms up to five years. */
    LPR_1Y(true, true),
    /** Loan prime rate, over five years. */
    LPR_5Y(true, true),
    /** Housing provident fund, first home, up to five years. */
    PROVIDENT_FUND_5Y(false, false),
    /** Housing provident fund, first home, over five years. */
    PROVIDENT_FUND_OVER_5Y(false, false),
    /**
     * National average of the rates of new home loans, published each January, April, July and October: no loan follows
     * it, but a spread may come down on request to that average less the LPR, plus 30 basis points
     * (中国人民银行公告〔2024〕第11号).
     */
    NEW_LOAN_AVERAGE(false, true);

    private final boolean loanPrimeRate;
    private final boolean told;

    Rate(boolean loanPrimeRate, boolean told) {
        this.loanPrimeRate = loanPrimeRate;
        this.told = told;
    }

    /** Whether it is a loan prime rate, which is quoted in steps. */
    public boolean isLoanPrimeRate() {
        return loanPrimeRate;
    }

    /** Whether other services are told of it. */
    public boolean isTold() {
        return told;
    }
}
