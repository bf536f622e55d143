package io.anju.repayment.wallet.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A link between a mortgage and a credit wallet; each transition stands on the state that it leaves.
 *
 * <pre>
 *                          ┌──────── loan ended ────────┐
 *                          │                            ▼
 * Requested ─ agreed ─▶ Linked ─ closing ─▶ Closing ─ closed ─▶ Unlinked
 *     │ not agreed         ▲                   │
 *     ▼                    └────── reopened ───┘
 * Cancelled
 * </pre>
 */
public sealed interface WalletLink {

    /** What never changes. */
    Facts facts();

    /**
     * What never changes.
     *
     * @param agreementId the contract that is signed for it, with contract-service
     * @param wallet the institution's token of the wallet; worth nothing to others
     * @param tail last characters of it, for its holder to recognise
     * @param limit fen, as the rule granted it on the basis beside it
     */
    record Facts(
            UUID id,
            UUID customerId,
            UUID loanId,
            UUID agreementId,
            String wallet,
            String tail,
            long limit,
            LimitBasis basis,
            LimitRule rule,
            Instant requestedAt) {}

    /** Whether instalments are to be debited from the wallet by themselves; counts while it is linked. */
    boolean automatic();

    /** The agreement is to be read and signed. */
    record Requested(Facts facts, boolean automatic) implements WalletLink {

        /** It is signed and sealed. */
        public Linked agreed(Instant at) {
            return new Linked(facts, automatic, at);
        }

        /** It was declined, or not signed in time, or its loan is over. */
        public Cancelled notAgreed(Instant at) {
            return new Cancelled(facts, at);
        }
    }

    /** Instalments can be paid from the wallet's own funds. */
    record Linked(Facts facts, boolean automatic, Instant linkedAt) implements WalletLink {

        /** Debited by itself, or not. */
        public Linked automatic(boolean is) {
            return new Linked(facts, is, linkedAt);
        }

        /** Its closing is confirmed; the window in which that is undone has opened. */
        public Closing closing(Instant undoUntil) {
            return new Closing(facts, automatic, linkedAt, undoUntil);
        }

        /** Its loan is over: there is nothing left to pay from it, and nothing to undo. */
        public Unlinked loanEnded(Instant at) {
            return new Unlinked(facts, linkedAt, at);
        }
    }

    /** Pays nothing any more, and can be had back as it was until the window ends. */
    record Closing(Facts facts, boolean automatic, Instant linkedAt, Instant undoUntil) implements WalletLink {

        /** As it was: the same limit, no new underwriting. */
        public Linked reopened() {
            return new Linked(facts, automatic, linkedAt);
        }

        /** For good: nobody undid it in time, or the loan is over. */
        public Unlinked closed(Instant at) {
            return new Unlinked(facts, linkedAt, at);
        }
    }

    /** Closed for good; kept because payments were made through it. */
    record Unlinked(Facts facts, Instant linkedAt, Instant at) implements WalletLink {
        @Override
        public boolean automatic() {
            return false;
        }
    }

    /** Never came to be. */
    record Cancelled(Facts facts, Instant at) implements WalletLink {
        @Override
        public boolean automatic() {
            return false;
        }
    }

    /** When it first could pay. */
    default Optional<Instant> since() {
        return switch (this) {
            case Requested requested -> Optional.empty();
            case Linked linked -> Optional.of(linked.linkedAt());
            case Closing closing -> Optional.of(closing.linkedAt());
            case Unlinked gone -> Optional.of(gone.linkedAt());
            case Cancelled never -> Optional.empty();
        };
    }
}
