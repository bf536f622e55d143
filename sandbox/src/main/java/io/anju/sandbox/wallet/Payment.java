package io.anju.sandbox.wallet;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment out of a wallet: ordered, settled later.
 *
 * @param outcome absent while pending
 */
record Payment(Order order, @Nullable Outcome outcome) {

    /** Where a payment stands. */
    enum State {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /** Whose money was paid with. */
    enum Funds {
        OWN,
        CREDIT
    }

    /** What was ordered; {@code amount} in fen, to be taken from the wallet's own funds. */
    record Order(UUID transactionId, String reference, String wallet, long amount, URI callbackUrl, Instant at) {
        /** Does another order under the same reference ask for the same money? */
        boolean sameMoneyAs(Order other) {
            return wallet.equals(other.wallet) && amount == other.amount;
        }
    }

    /** How it ended, and which money was taken. */
    record Outcome(
            String reference,
            State state,
            Funds funds,
            @Nullable String reason,
            Instant at) {}

    /** What callers and callbacks read. */
    record View(
            UUID transactionId,
            String reference,
            State state,
            Funds funds,
            @Nullable String reason,
            String wallet,
            long amount,
            Instant at) {}

    View view() {
        return new View(
                order.transactionId(),
                order.reference(),
                outcome == null ? State.PENDING : outcome.state(),
                outcome == null ? Funds.OWN : outcome.funds(),
                outcome == null ? null : outcome.reason(),
                order.wallet(),
                order.amount(),
                outcome == null ? order.at() : outcome.at());
    }
}
