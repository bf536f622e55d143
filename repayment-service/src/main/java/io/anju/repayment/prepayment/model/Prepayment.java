package io.anju.repayment.prepayment.model;

import java.time.Instant;
import java.util.UUID;

/** An offer taken, and what became of it. */
public sealed interface Prepayment {

    /** Its id. */
    UUID id();

    /** The offer. */
    Quote quote();

    /** When it was taken. */
    Instant createdAt();

    /** Reference of its debit at the rail, and key of its transfer in the ledger. */
    default String reference() {
        return "prepayment-" + id();
    }

    /**
     * The offer's day has not come: its debit is ordered then. Nothing is held meanwhile.
     *
     * @param card from which it is debited
     */
    record Scheduled(UUID id, Quote quote, Instant createdAt, UUID card) implements Prepayment {

        /** Its day has come, and the debit is ordered. */
        public Pending begun() {
            return new Pending(id, quote, createdAt);
        }

        /** The borrower has thought better of it. */
        public Cancelled cancelled() {
            return new Cancelled(id, quote, createdAt);
        }

        /** Its day has come, and the offer cannot be honoured; {@code reason} is the refusal's code. */
        public Failed failed(String reason) {
            return new Failed(id, quote, createdAt, reason);
        }
    }

    /** Cancelled before its day: nothing was debited. */
    record Cancelled(UUID id, Quote quote, Instant createdAt) implements Prepayment {}

    /** The debit is under way; the loan's figures stay until its outcome is known. */
    record Pending(UUID id, Quote quote, Instant createdAt) implements Prepayment {

        /** The money came. */
        public Done done() {
            return new Done(id, quote, createdAt);
        }

        /** It did not; {@code reason} is the rail's code. */
        public Failed failed(String reason) {
            return new Failed(id, quote, createdAt, reason);
        }
    }

    /** The loan has changed as offered. */
    record Done(UUID id, Quote quote, Instant createdAt) implements Prepayment {}

    /** The loan had changed as offered, and is as if it had not: the money was taken back. */
    record Reversed(UUID id, Quote quote, Instant createdAt) implements Prepayment {}

    /** Nothing has changed; the offer may be taken again while it is valid. */
    record Failed(UUID id, Quote quote, Instant createdAt, String reason) implements Prepayment {}
}
