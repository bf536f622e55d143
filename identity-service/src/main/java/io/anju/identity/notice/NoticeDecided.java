package io.anju.identity.notice;

import io.anju.identity.notice.model.NoticeStanding.Decision;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.http.Digests;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * {@code data} of {@code anju.customer.notice-decided.v1}.
 *
 * @param version of the privacy notice
 * @param receiptSha256 of the signed receipt, so that the evidence log commits to it
 */
@RegisterForReflection
public record NoticeDecided(UUID customerId, String version, Decision decision, UUID receiptId, String receiptSha256) {

    static DomainEvent event(NoticeReceipt receipt) {
        var data = new NoticeDecided(
                receipt.customerId(),
                receipt.notice().version(),
                receipt.decision(),
                receipt.id(),
                Digests.sha256(receipt.document()));
        return new DomainEvent(
                "anju.customer.notice-decided.v1", receipt.customerId().toString(), data);
    }
}
