package io.anju.care.permit.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What an agency asks: may this customer be reached for this purpose, in this way, at this time. */
public record ContactRequest(ContactPurpose purpose, ContactChannel channel, Instant plannedAt) {

    /** Hours and days of contact are those of the customer's clock, whatever the agency's. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The planned time on the customer's clock. */
    public ZonedDateTime planned() {
        return plannedAt.atZone(ZONE);
    }
}
