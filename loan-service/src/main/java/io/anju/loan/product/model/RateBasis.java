package io.anju.loan.product.model;

/** Whether a loan's rate moves with the reference rate. */
public enum RateBasis {
    FLOATING,
    FIXED
}
