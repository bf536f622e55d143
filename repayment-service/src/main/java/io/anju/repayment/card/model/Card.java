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
        public Bound confirmed(String token, String last4, String bank, boolean preferred) {
            return new Bound(id, customerId, bindingId, token, last4, bank, preferred);
        }
    }

    /**
     * Money can be debited from it.
     *
     * @param token stands for the card at the network and the rail; worth nothing to others
     * @param last4 last four digits of the number, all that is kept of it
     * @param preferred whether instalments are debited from it by themselves
     */
    record Bound(UUID id, UUID customerId, String bindingId, String token, String last4, String bank, boolean preferred)
            implements Card {

        /** Debited by itself, or not. */
        public Bound preferred(boolean is) {
            return new Bound(id, customerId, bindingId, token, last4, bank, is);
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
