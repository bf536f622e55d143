package io.anju.repayment.payment.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment by hand and what became of it.
 *
 * @param amount fen
 * @param cardId the card it comes from; empty when it comes from a wallet
 * @param walletLinkId the link to the wallet it comes from; empty when it comes from a card
 * @param reference of its order at the rail
 * @param reason the rail's code when it failed
 */
public record Payment(
        UUID id,
        UUID loanId,
        int instalment,
        long amount,
        Optional<UUID> cardId,
        Optional<UUID> walletLinkId,
        String reference,
        Instant createdAt,
        State state,
        Optional<String> reason) {

    /** Whether the money moved. */
    public enum State {
        PENDING,
        SUCCEEDED,
        FAILED,
        /** It moved, and was taken back by staff. */
        REVERSED
    }
}
