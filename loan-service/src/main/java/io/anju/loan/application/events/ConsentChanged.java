package io.anju.loan.application.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * What is read of {@code anju.customer.consent-changed.v1}.
 *
 * @param purpose code of the purpose in identity's catalogue
 * @param receiptId number of the consent receipt
 */
@RegisterForReflection
record ConsentChanged(UUID customerId, String purpose, boolean granted, String receiptId) {

    /** The event's type. */
    static final String TYPE = "anju.customer.consent-changed.v1";

    /** The purpose that this service listens for. */
    static final String PURPOSE = "CREDIT_CHECK";
}
