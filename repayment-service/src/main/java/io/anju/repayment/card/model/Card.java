package io.anju.repayment.card.model;

import java.util.UUID;

/** A card's life: asked for, perhaps refused; binding begun, bound, unbound. */
public sealed interface Card {

    /** Id with us. */
    UUID id();

    /** Whose it is. */
    UUID customerId();

    /** Wanted by its holder; whether the card network has heard of it is not known. */
    record Requested(UUID id, UUID customerId) implements Card {

        /** The card network has begun the binding. */
        public Pending begun(String bindingId) {
            return new Pending(id, customerId, bindingId);
        }

        /** The card network will not; {@code reason} is its code. */
        public Refused refused(String reason) {
            return new Refused(id, customerId, reason);
        }
    }

    /** The card network did not begin a binding; {@code reason} is its code. */
    record Refused(UUID id, UUID customerId, String reason) implements Card {}

    /** The card network has sent a code to the holder's phone. */
    record Pending(UUID id, UUID customerId, String bindingId) implements Card {

        /** The code was right. */
        public Bound confirmed(String token, String last4, String bank, int position) {
            return new Bound(id, customerId, bindingId, token, last4, bank, position == 1, position, false);
        }
    }

    /**
     * Money can be debited from it.
     *
     * @param token stands for the card at the network and the rail; worth nothing to others
     * @param last4 last four digits of the number, all that is kept of it
     * @param preferred whether instalments are debited from it by themselves: the first in the order is
     * @param position its place in the customer's order, from 1
     * @param fallback whether its holder agrees that it is debited by itself when a card before it has refused
     */
    record Bound(
            UUID id,
            UUID customerId,
            String bindingId,
            String token,
            String last4,
            String bank,
            boolean preferred,
            int position,
            boolean fallback)
            implements Card {

        /** Whether it may be debited by itself. */
        public boolean isDebited() {
            return preferred || fallback;
        }

        /** At this place; the first one is debited by itself. */
        Bound at(int place) {
            return new Bound(id, customerId, bindingId, token, last4, bank, place == 1, place, fallback);
        }

        /** Debited by itself when a card before it has refused, or not. */
        Bound fallback(boolean is) {
            return new Bound(id, customerId, bindingId, token, last4, bank, preferred, position, is);
        }

        /** Never debited again. */
        public Unbound unbound() {
            return new Unbound(id, customerId, bindingId, token, last4, bank);
        }
    }

    /** Kept because debits were made from it. */
    record Unbound(UUID id, UUID customerId, String bindingId, String token, String last4, String bank)
            implements Card {}
}
