package io.anju.repayment.rail.model;

import java.util.Optional;

/**
 * What a debit is taken from.
 *
 * @param kind how it is ordered
 * @param account card token, or token of a wallet
 * @param last4 last four digits of the card; empty of a wallet
 */
public record Payer(Instruction.Kind kind, String account, Optional<String> last4) {

    /** A bound card. */
    public static Payer card(String token, String last4) {
        return new Payer(Instruction.Kind.DEBIT, token, Optional.of(last4));
    }

    /** A linked wallet's own funds. */
    public static Payer wallet(String token) {
        return new Payer(Instruction.Kind.WALLET_DEBIT, token, Optional.empty());
    }
}
