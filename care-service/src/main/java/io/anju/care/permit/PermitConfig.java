package io.anju.care.permit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of contact permits. */
@ConfigMapping(prefix = "anju.contact")
public interface PermitConfig {

    /** The number an agency dials or writes to; the bank's relay connects it on showing the permit. */
    @WithDefault("95000001")
    String relayNumber();

    /** The OAuth client of that relay; nobody else learns a number by a permit. */
    @WithDefault("contact-relay")
    String relayClient();

    /** How far ahead a contact may be planned. What has changed by then is asked again when the permit is used. */
    @WithDefault("14d")
    Duration planAhead();

    /** How far a planned time may lie in the past: clocks differ. */
    @WithDefault("5m")
    Duration planBehind();

    /** How long a customer reference given to an agency is good. */
    @WithDefault("90d")
    Duration referenceLasts();
}
