package io.anju.loan.application.model;

/** What a document backs. */
public enum DocumentKind {
    INCOME_PROOF,
    ASSET_PROOF,
    PURCHASE_CONTRACT,
    PROPERTY_CERTIFICATE,
    OTHER
}
