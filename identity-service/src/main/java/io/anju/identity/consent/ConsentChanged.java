package io.anju.identity.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.consent.model.Receipt;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.http.Digests;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code data} of {@code anju.customer.consent-changed.v1}.
 *
 * @param receiptSha256 of the signed receipt, so that the evidence log commits to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record ConsentChanged(
        UUID customerId,
        String purpose,
        @Nullable String channel,
        boolean granted,
        UUID receiptId,
        String receiptSha256) {

    static DomainEvent event(SignedReceipt signed) {
        Receipt receipt = signed.receipt();
        String channel = receipt.subject().channel();
        var data = new ConsentChanged(
                receipt.customerId(),
                receipt.subject().purpose(),
                channel.isEmpty() ? null : channel,
                receipt.granted(),
                receipt.id(),
                Digests.sha256(signed.document()));
        return new DomainEvent(
                "anju.customer.consent-changed.v1", receipt.customerId().toString(), data);
    }
}
