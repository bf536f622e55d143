package io.anju.loan.product.model;

/** The two purses that a home loan is paid from; a combined loan (组合贷) has one tranche of each. */
public enum TrancheKind {
    COMMERCIAL,
    PROVIDENT_FUND
}
