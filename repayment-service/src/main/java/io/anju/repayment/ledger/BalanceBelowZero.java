package io.anju.repayment.ledger;

/** Thrown by a {@link Journal} when a transfer would leave a kept balance below zero; its transaction is lost. */
public final class BalanceBelowZero extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what the database said. */
    public BalanceBelowZero(Throwable cause) {
        super("a kept balance would fall below zero", cause);
    }
}
