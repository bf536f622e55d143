package io.anju.contract.signing.model;

/** What a document is. */
public enum ContractKind {
    /** Loan and mortgage in one contract, signed by the borrower, sealed by the bank. */
    HOME_LOAN("home-loan"),
    /** That the loan is repaid; sealed by the bank alone. */
    SETTLEMENT_CERTIFICATE("settlement-certificate"),
    /** That a mortgage may be repaid from a credit wallet, and what closing that brings; signed by the borrower, sealed by the bank. */
    WALLET_AGREEMENT("wallet-agreement");

    private final String template;

    ContractKind(String template) {
        this.template = template;
    }

    /** The template it is made from. */
    public String template() {
        return template;
    }
}
