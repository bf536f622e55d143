package io.anju.identity.consent;

import io.anju.identity.consent.model.Receipt;
import java.util.UUID;

/**
 * A receipt as it is kept and given to the customer.
 *
 * @param document the signed form (JWS)
 * @param eventId the fact by which it was told; the leaf of the evidence log
 */
public record SignedReceipt(Receipt receipt, String document, UUID eventId) {

    /** Path, open to anyone, under which the log proves that it holds the fact. */
    public String proof() {
        return proofOf(eventId);
    }

    static String proofOf(UUID eventId) {
        return "/api/v1/log/leaves/" + eventId + "/proof";
    }
}
