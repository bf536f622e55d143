package io.anju.repayment.payment.http;

import io.anju.repayment.payment.model.Payment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment by hand as JSON.
 *
 * @param amount fen
 * @param card it comes from; absent when it comes from a wallet
 * @param wallet the link to the wallet whose own funds it comes from; absent when it comes from a card
 * @param reason the rail's code when it failed, such as {@code INSUFFICIENT_FUNDS}
 */
@RegisterForReflection
public record PaymentView(
        UUID id,
        int instalment,
        long amount,
        @Nullable UUID card,
        @Nullable UUID wallet,
        Instant createdAt,
        Payment.State state,
        @Nullable String reason) {

    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.instalment(),
                payment.amount(),
                payment.cardId().orElse(null),
                payment.walletLinkId().orElse(null),
                payment.createdAt(),
                payment.state(),
                payment.reason().orElse(null));
    }
}
