package io.anju.repayment.payment.model;

import io.anju.repayment.rail.model.Payer;
import java.util.UUID;

/** What a payment by hand is taken from. */
public sealed interface Source {

    /** Its id with us. */
    UUID id();

    /** How it is debited. */
    Payer payer();

    /** A bound card. */
    record OfCard(UUID id, String token, String last4) implements Source {
        @Override
        public Payer payer() {
            return Payer.card(token, last4);
        }
    }

    /** The own funds of a linked wallet. */
    record OfWallet(UUID id, String token) implements Source {
        @Override
        public Payer payer() {
            return Payer.wallet(token);
        }
    }
}
