package io.anju.repayment.change.model;

import java.time.Instant;
import java.util.UUID;

/** An offer taken, and what became of it. */
public sealed interface AgreedChange {

    /** Its id; that of the amendment too, where it needs one. */
    UUID id();

    /** The offer. */
    ChangeQuote quote();

    /** When it was taken. */
    Instant createdAt();

    /** Reference by which it holds the loan's figures while it waits. */
    static String reference(UUID id) {
        return "change-" + id;
    }

    /** The amendment is being drafted, read and signed; the loan's figures stay as they were simulated. */
    record Awaiting(UUID id, ChangeQuote quote, Instant createdAt) implements AgreedChange {

        /** The amendment is sealed. */
        public Done done() {
            return new Done(id, quote, createdAt);
        }

        /** The amendment came to nothing; {@code reason} says how: DECLINED, EXPIRED, WITHDRAWN. */
        public Ended ended(String reason) {
            return new Ended(id, quote, createdAt, reason);
        }
    }

    /** The loan is changed. */
    record Done(UUID id, ChangeQuote quote, Instant createdAt) implements AgreedChange {}

    /** The loan is as it was. */
    record Ended(UUID id, ChangeQuote quote, Instant createdAt, String reason) implements AgreedChange {}
}
