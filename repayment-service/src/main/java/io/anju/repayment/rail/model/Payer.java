package io.anju.repayment.rail.model;

/**
 * What a debit is taken from.
 *
 * @param kind how it is ordered
 * @param account card token, or token of a wallet
 */
public record Payer(Instruction.Kind kind, String account) {

    /** A bound card. */
    public static Payer card(String token) {
        return new Payer(Instruction.Kind.DEBIT, token);
    }

    /** A linked wallet's own funds. */
    public static Payer wallet(String token) {
        return new Payer(Instruction.Kind.WALLET_DEBIT, token);
    }
}
