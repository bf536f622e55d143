package io.anju.identity.notice;

import io.anju.identity.notice.model.NoticeReference;
import io.anju.identity.notice.model.NoticeStanding.Decision;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision about the notice, as it is kept and given to the customer.
 *
 * @param document the signed form (JWS)
 * @param eventId the fact by which it was told; the leaf of the evidence log
 */
public record NoticeReceipt(
        UUID id,
        UUID customerId,
        NoticeReference notice,
        Decision decision,
        Instant at,
        String document,
        UUID eventId) {

    /** Path, open to anyone, under which the log proves that it holds the fact. */
    public String proof() {
        return proofOf(eventId);
    }

    static String proofOf(UUID eventId) {
        return "/api/v1/log/leaves/" + eventId + "/proof";
    }
}
