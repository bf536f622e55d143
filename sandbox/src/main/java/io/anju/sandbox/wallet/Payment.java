package io.anju.sandbox.wallet;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment out of a wallet, or the return of one to its credit line: ordered, settled later.
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

    /** Which way the money goes. */
    enum Kind {
        PAYMENT,
        RETURN
    }

    /** Whose money was paid with. */
    enum Funds {
        OWN,
        CREDIT
    }

    /**
     * What was ordered; {@code amount} in fen, to be taken from the wallet's own funds.
     *
     * @param payment the reference of the payment that is given back; absent for a payment
     */
    record Order(
            UUID transactionId,
            String reference,
            @Nullable String payment,
            String wallet,
            long amount,
            URI callbackUrl,
            Instant at) {
        Kind kind() {
            return payment == null ? Kind.PAYMENT : Kind.RETURN;
        }

        /** Does another order under the same reference ask for the same money? */
        boolean sameMoneyAs(Order other) {
            return wallet.equals(other.wallet) && amount == other.amount && Objects.equals(payment, other.payment);
        }
    }

    /** How it ended, on which business date, and which money was taken or given back. */
    record Outcome(
            String reference,
            State state,
            Funds funds,
            @Nullable String reason,
            Instant at,
            LocalDate date) {}

    /** What callers and callbacks read. */
    record View(
            UUID transactionId,
            String reference,
            Kind kind,
            State state,
            Funds funds,
            @Nullable String reason,
            String wallet,
            long amount,
            Instant at) {}

    /** Whether so many fen of it can be given back. */
    boolean tookAtLeast(long amount) {
        return order.kind() == Kind.PAYMENT
                && outcome != null
                && outcome.state() == State.SUCCEEDED
                && amount <= order.amount();
    }

    View view() {
        return new View(
                order.transactionId(),
                order.reference(),
                order.kind(),
                outcome == null ? State.PENDING : outcome.state(),
                outcome == null ? Funds.OWN : outcome.funds(),
                outcome == null ? null : outcome.reason(),
                order.wallet(),
                order.amount(),
                outcome == null ? order.at() : outcome.at());
    }
}
