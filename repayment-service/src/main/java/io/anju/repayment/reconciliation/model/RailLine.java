package io.anju.repayment.reconciliation.model;

import io.anju.repayment.rail.model.Instruction;

/**
 * A line of the rail's daily file: one transaction that it settled. The account is not kept.
 *
 * @param number from 1, the header not counted
 * @param transactionId the rail's own id
 * @param reference ours, if it is
 * @param succeeded whether money moved
 * @param amount fen
 */
public record RailLine(
        int number, String transactionId, String reference, Instruction.Kind kind, boolean succeeded, long amount) {

    /** Fen that moved: positive in, negative out, nothing when it failed. */
    public long moved() {
        return succeeded ? signed(kind, amount) : 0;
    }

    /** Fen: positive for money that comes in, negative for money that goes out. */
    public static long signed(Instruction.Kind kind, long amount) {
        return switch (kind) {
            case DEBIT, WALLET_DEBIT -> amount;
            case PAYOUT -> -amount;
        };
    }
}
