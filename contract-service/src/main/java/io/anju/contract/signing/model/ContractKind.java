package io.anju.contract.signing.model;

/** What a document is. */
public enum ContractKind {
    /** Loan and mortgage in one contract, signed by the borrower, sealed by the bank. */
    HOME_LOAN("home-loan"),
    /** That the loan is repaid; sealed by the bank alone. */
    SETTLEMENT_CERTIFICATE("settlement-certificate"),
    /** That a mortgage may be repaid from a credit wallet, and what closing that brings; signed by the borrower, sealed by the bank. */
    WALLET_AGREEMENT("wallet-agreement"),
    /** Another repayment plan for a loan of a contract in force; signed and sealed like that. */
    PLAN_AMENDMENT("plan-amendment"),
    /** Another way of setting the rate of such a loan; signed and sealed like that. */
    RATE_AMENDMENT("rate-amendment");

    private final String template;

    ContractKind(String template) {
        this.template = template;
    }

    /** The template it is made from. */
    public String template() {
        return template;
    }
}
