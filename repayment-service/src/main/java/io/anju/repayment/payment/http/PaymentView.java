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
 * @param reason the rail's code when it failed, such as {@code INSUFFICIENT_FUNDS}
 */
@RegisterForReflection
public record PaymentView(
        UUID id,
        int instalment,
        long amount,
        UUID card,
        Instant createdAt,
        Payment.State state,
        @Nullable String reason) {

    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.instalment(),
                payment.amount(),
                payment.cardId(),
                payment.createdAt(),
                payment.state(),
                payment.reason().orElse(null));
    }
}
