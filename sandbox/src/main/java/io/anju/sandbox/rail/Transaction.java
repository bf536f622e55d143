package io.anju.sandbox.rail;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money: ordered, settled later.
 *
 * @param outcome absent while pending
 */
record Transaction(Order order, @Nullable Outcome outcome) {
    /** Money comes in from a card, or goes out to a payee. */
    enum Kind {
        DEBIT,
        PAYOUT
    }

    /** Where a transaction stands. */
    enum State {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /** What was ordered. {@code account} is the card token of a debit or the payee of a payout; {@code amount} in fen. */
    record Order(
            UUID transactionId, Kind kind, String reference, String account, long amount, URI callbackUrl, Instant at) {
        /** Does another order under the same reference ask for the same money? */
        boolean sameMoneyAs(Order other) {
            return kind == other.kind && account.equals(other.account) && amount == other.amount;
        }
    }

    /** How it ended, at which instant and on which business date. */
    record Outcome(
            UUID transactionId, State state, @Nullable String reason, Instant at, LocalDate date) {}

    /** What callers and callbacks read; {@code valueDate} is the business date on which the money moved, if it did. */
    record View(
            UUID transactionId,
            String reference,
            Kind kind,
            State state,
            @Nullable String reason,
            String account,
            long amount,
            Instant at,
            @Nullable LocalDate valueDate) {}

    static Transaction ordered(Order order) {
        return new Transaction(order, null);
    }

    Transaction settled(Outcome how) {
        return new Transaction(order, how);
    }

    View view() {
        var state = outcome == null ? State.PENDING : outcome.state();
        var reason = outcome == null ? null : outcome.reason();
        var at = outcome == null ? order.at() : outcome.at();
        var valueDate = outcome == null || state == State.FAILED ? null : outcome.date();
        return new View(
                order.transactionId(),
                order.reference(),
                order.kind(),
                state,
                reason,
                order.account(),
                order.amount(),
                at,
                valueDate);
    }
}
