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

    /**
     * What was ordered.
     *
     * @param account card token of a debit, payee of a payout
     * @param amount fen
     * @param partial of a debit: whether what is there may be taken where it is less; absent in older journals
     */
    record Order(
            UUID transactionId,
            Kind kind,
            String reference,
            String account,
            long amount,
            boolean partial,
            URI callbackUrl,
            Instant at) {
        /** Does another order under the same reference ask for the same money? */
        boolean sameMoneyAs(Order other) {
            return kind == other.kind
                    && account.equals(other.account)
                    && amount == other.amount
                    && partial == other.partial;
        }
    }

    /**
     * How it ended, at which instant and on which business date.
     *
     * @param moved fen, absent where it is what was ordered
     */
    record Outcome(
            UUID transactionId,
            State state,
            @Nullable String reason,
            Instant at,
            LocalDate date,
            @Nullable Long moved) {}

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
            @Nullable LocalDate valueDate) {

        View withAmount(long other) {
            return new View(transactionId, reference, kind, state, reason, account, other, at, valueDate);
        }
    }

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
                amount(),
                at,
                valueDate);
    }

    /** Fen: what was ordered, or the part of it that was moved. */
    long amount() {
        return outcome == null || outcome.moved() == null ? order.amount() : outcome.moved();
    }
}
